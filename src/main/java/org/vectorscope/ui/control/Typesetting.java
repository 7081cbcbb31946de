package org.vectorscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Places tokens in lines that break at words. What stands is not touched again: more tokens begin where the last word
 * began, since that word may have grown.
 */
final class Typesetting {
    private static final double LINE_HEIGHT = 1.54;

    /** A token's visible part, or a line break. @param word index of the word it belongs to */
    record Run(Text node, Rectangle tint, double value, int word, boolean breaks) {}

    /** Where a word stands; its last line where it was broken. */
    record Place(double from, double to, double y) {}

    private final TextWidths widths = new TextWidths();
    private final List<Place> places = new ArrayList<>();
    private double width = -1;
    private Font font = Font.getDefault();
    private double line;
    private double x;
    private double y;
    /** Index of the first run of the last word, and the pen before it. */
    private int next;

    private double nextX;
    private double nextY;

    void forget() {
        width = -1;
        places.clear();
    }

    /** Places what is not placed yet; everything where the width or the font is another. */
    void place(List<Run> runs, double inWidth, Font inFont) {
        if (inWidth != width || !inFont.equals(font)) {
            width = inWidth;
            font = inFont;
            line = Math.rint(font.getSize() * LINE_HEIGHT);
            next = 0;
            nextX = 0;
            nextY = 0;
        }
        x = nextX;
        y = nextY;
        int at = next;
        while (at < runs.size()) {
            next = at;
            nextX = x;
            nextY = y;
            at = runs.get(at).breaks() ? breakLine(at) : word(runs, at);
        }
    }

    private int breakLine(int at) {
        newLine();
        return at + 1;
    }

    private int word(List<Run> runs, int at) {
        int end = endOfWord(runs, at);
        if (x > 0) {
            x += widths.of(" ", font);
            if (x + wordWidth(runs, at, end) > width) {
                newLine();
            }
        }
        double from = x;
        for (int i = at; i < end; i++) {
            put(runs.get(i));
        }
        int index = runs.get(at).word();
        Place place = new Place(Math.min(from, x), x, y);
        if (index < places.size()) {
            places.set(index, place);
        } else {
            places.add(place);
        }
        return end;
    }

    private static int endOfWord(List<Run> runs, int start) {
        int end = start + 1;
        while (end < runs.size()
                && !runs.get(end).breaks()
                && runs.get(end).word() == runs.get(start).word()) {
            end++;
        }
        return end;
    }

    private double wordWidth(List<Run> runs, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += widths.of(runs.get(i).node().getText(), font);
        }
        return sum;
    }

    /** A word longer than a line is broken between its tokens. */
    private void put(Run run) {
        double wide = widths.of(run.node().getText(), font);
        if (x > 0 && x + wide > width) {
            newLine();
        }
        run.node().setLayoutX(x);
        run.node().setLayoutY(y + line / 2);
        Rectangle tint = run.tint();
        tint.setX(x - 1);
        tint.setY(y + 0.08 * line);
        tint.setWidth(wide + 2);
        tint.setHeight(0.84 * line);
        x += wide;
    }

    private void newLine() {
        x = 0;
        y += line;
    }

    /** @param word index, placed already */
    Place placeOf(int word) {
        return places.get(word);
    }

    int words() {
        return places.size();
    }

    double height() {
        return y + line;
    }

    double lineHeight() {
        return line;
    }

    double penX() {
        return x;
    }

    double penY() {
        return y;
    }
}
