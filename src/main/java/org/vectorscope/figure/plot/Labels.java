package org.vectorscope.figure.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.vectorscope.figure.Layer;
import org.vectorscope.figure.Look;

/** Writes words beside what they name, where they cover least. The first of equally good places wins. */
final class Labels {
    /** Places for a block of this size. */
    interface Places {
        List<Place> of(double width, double height);
    }

    /**
     * @param x left
     * @param y top
     * @param align how its lines stand below each other, see {@link TextBlock#draw}
     */
    record Place(double x, double y, double align) {}

    /** Leaving out the detail costs less than covering anything with it. */
    private static final double WITHOUT_DETAIL = 55;

    private static final double LATER_PLACE = 1.5;

    private final Look look;
    private final Rectangle2D allowed;
    private final Obstacles obstacles;

    Labels(Look look, Rectangle2D allowed, Obstacles obstacles) {
        this.look = look;
        this.allowed = allowed;
        this.obstacles = obstacles;
    }

    TextBlock block(Layer.Words words, Color colour) {
        List<TextBlock.Run> runs = new ArrayList<>();
        runs.add(new TextBlock.Run(words.strong(), look.strong(), colour));
        for (String line : words.detail().split("\n")) {
            runs.add(new TextBlock.Run(line, look.plain(), colour));
        }
        return TextBlock.of(runs);
    }

    void write(Graphics2D g, Layer.Words words, Color colour, Places places) {
        List<Layer.Words> forms = forms(words);
        TextBlock best = block(words, colour);
        Place where = new Place(allowed.getX(), allowed.getY(), 0);
        double least = Double.MAX_VALUE;
        for (int form = 0; form < forms.size(); form++) {
            TextBlock block = block(forms.get(form), colour);
            List<Place> candidates = places.of(block.width(), block.height());
            for (int i = 0; i < candidates.size(); i++) {
                double cost = form * WITHOUT_DETAIL
                        + i * LATER_PLACE
                        + obstacles.cost(box(candidates.get(i), block), allowed);
                if (cost < least) {
                    least = cost;
                    best = block;
                    where = candidates.get(i);
                }
            }
        }
        if (!best.lines().isEmpty()) {
            best.draw(g, where.x, where.y, where.align);
            obstacles.addLabel(box(where, best));
        }
    }

    /** All of it, then with one line of detail, then the name alone. */
    private static List<Layer.Words> forms(Layer.Words words) {
        if (words.detail().isEmpty() || words.strong().isEmpty()) {
            return List.of(words);
        }
        List<Layer.Words> forms = new ArrayList<>(List.of(words));
        int end = words.detail().indexOf('\n');
        if (end > 0) {
            forms.add(new Layer.Words(words.strong(), words.detail().substring(0, end)));
        }
        forms.add(Layer.Words.of(words.strong()));
        return forms;
    }

    private static Rectangle2D box(Place place, TextBlock block) {
        return new Rectangle2D.Double(place.x, place.y, block.width(), block.height());
    }
}
