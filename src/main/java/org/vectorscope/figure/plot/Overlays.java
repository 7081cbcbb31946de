package org.vectorscope.figure.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Ink;
import org.vectorscope.figure.Layer;
import org.vectorscope.figure.Look;

/** Rules, rings and all words of a panel, drawn over everything in one go so that words know of each other. */
final class Overlays implements Overlay {
    private final Chart.Panel panel;
    private final double margin;

    /** @param margin room to the right of the axes that is this panel's to write in */
    Overlays(Chart.Panel panel, double margin) {
        this.panel = panel;
        this.margin = margin;
    }

    @Override
    public void draw(Graphics2D g, Surface s) {
        Look look = s.look();
        Color text = look.palette().text();
        double top = s.area().getY() + look.text() * 0.65;
        String title =
                TextBlock.shortened(panel.y().title(), look.plain(), s.area().getWidth());
        TextBlock.left(g, title, look.plain(), text, s.area().getX() + 1, top);
        baseline(g, s);
        for (Layer layer : panel.layers()) {
            switch (layer) {
                case Layer.Rule rule -> rule(g, s, rule);
                case Layer.Ring ring -> ring(g, s, ring);
                case Layer.Bars bars -> focus(g, s, bars);
                default -> {}
            }
        }
        words(g, s);
    }

    /** Once more: the grid's lowest line was drawn over it. */
    private static void baseline(Graphics2D g, Surface s) {
        g.setPaint(s.look().palette().axis());
        g.setStroke(new BasicStroke(s.look().hair()));
        g.draw(new Line2D.Double(
                s.data().getMinX(),
                s.data().getMaxY(),
                s.data().getMaxX(),
                s.data().getMaxY()));
    }

    private static void rule(Graphics2D g, Surface s, Layer.Rule rule) {
        Rectangle2D data = s.data();
        g.setPaint(s.look().palette().of(rule.ink()));
        g.setStroke(Renderers.stroke(rule.dash(), s.look()));
        if (rule.way() == Layer.Way.UPRIGHT) {
            double x = s.x(rule.at());
            g.draw(new Line2D.Double(x, data.getMinY(), x, data.getMaxY()));
        } else {
            double y = s.y(rule.at());
            g.draw(new Line2D.Double(data.getMinX(), y, data.getMaxX(), y));
        }
        if (rule.grip() == Layer.Grip.DRAGGED) {
            g.fill(grip(s, rule));
        }
    }

    /** The handle of a rule that can be moved. */
    static RoundRectangle2D grip(Surface s, Layer.Rule rule) {
        double size = s.look().text() * 0.62;
        double x = rule.way() == Layer.Way.UPRIGHT ? s.x(rule.at()) : s.data().getMinX();
        double y = rule.way() == Layer.Way.UPRIGHT ? s.data().getMaxY() : s.y(rule.at());
        return new RoundRectangle2D.Double(x - size / 2, y - size * 0.75, size, size * 1.5, size / 2, size / 2);
    }

    private static void ring(Graphics2D g, Surface s, Layer.Ring ring) {
        double radius = s.look().text() * 0.38;
        double x = s.x(ring.x());
        double y = s.y(ring.y());
        Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setPaint(s.look().palette().background());
        g.fill(circle);
        g.setPaint(s.look().palette().of(ring.ink()));
        g.setStroke(new BasicStroke(s.look().line()));
        g.draw(circle);
    }

    /** A frame around selected bars: colour alone would not be enough. */
    private static void focus(Graphics2D g, Surface s, Layer.Bars bars) {
        double gap = s.look().text() * 0.22;
        g.setPaint(s.look().palette().text());
        g.setStroke(new BasicStroke(s.look().reference()));
        for (int i : bars.pick() == Layer.Pick.BY_READER ? bars.selected() : Collections.<Integer>emptySortedSet()) {
            Rectangle2D bar = bar(s, bars, i);
            g.draw(new RoundRectangle2D.Double(
                    bar.getX() - gap,
                    bar.getY() - gap,
                    bar.getWidth() + 2 * gap,
                    bar.getHeight() + gap,
                    2 * gap,
                    2 * gap));
        }
    }

    private static Rectangle2D bar(Surface s, Layer.Bars bars, int i) {
        Rectangle2D box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(s.x(bars.edges()[i]), s.y(0), s.x(bars.edges()[i + 1]), s.y(bars.heights()[i]));
        return box;
    }

    private void words(Graphics2D g, Surface s) {
        Look look = s.look();
        double gap = look.text() * 0.4;
        Obstacles obstacles = obstacles(s);
        Rectangle2D data = s.data();
        double end = data.getMaxX() + margin - s.area().getX();
        Rectangle2D whole = new Rectangle2D.Double(
                s.area().getX(), s.area().getY(), end, s.area().getHeight());
        Rectangle2D allowed = new Rectangle2D.Double(
                data.getX(),
                data.getY() - look.text() * 0.7,
                data.getWidth() + look.text() * 0.8,
                data.getHeight() + look.text() * 0.7);
        Labels labels = new Labels(look, allowed, obstacles);
        Labels outside = new Labels(look, whole, obstacles);
        for (Layer layer : ordered()) {
            switch (layer) {
                case Layer.Rule r
                when r.way() == Layer.Way.UPRIGHT ->
                    labels.write(g, r.label(), ink(s, r.ink()), LabelPlaces.upright(s.x(r.at()), s.data(), gap * 1.3));
                case Layer.Rule r ->
                    labels.write(
                            g,
                            r.label(),
                            ink(s, r.ink()),
                            LabelPlaces.level(s.y(r.at()), s.data(), look.text() * 1.3, gap));
                case Layer.NoFinding a ->
                    new Labels(look, Underlays.area(a, s), obstacles)
                            .write(g, a.name(), look.palette().muted(), LabelPlaces.inside(Underlays.area(a, s)));
                case Layer.Ring r ->
                    labels.write(g, r.label(), ink(s, r.ink()), LabelPlaces.around(s.x(r.x()), s.y(r.y()), gap * 1.4));
                case Layer.Line l
                when l.at() == Layer.LabelAt.ALONG ->
                    labels.write(
                            g, l.label(), ink(s, l.ink()), LabelPlaces.along(xs(s, l.x()), ys(s, l.y()), gap * 0.7));
                case Layer.Line l -> margin(g, s, outside, l.label(), ink(s, l.ink()), s.y(l.y()[l.y().length - 1]));
                case Layer.Margin m -> margin(g, s, outside, m.label(), ink(s, m.ink()), s.y(m.y()));
                default -> {}
            }
        }
    }

    private static void margin(Graphics2D g, Surface s, Labels labels, Layer.Words words, Color colour, double y) {
        double x = s.data().getMaxX() + s.look().text() * 0.6;
        labels.write(
                g,
                words,
                colour,
                (width, height) -> List.of(
                        new Labels.Place(x, y - height / 2, 0),
                        new Labels.Place(x, y - height * 1.1, 0),
                        new Labels.Place(x, y + height * 0.1, 0),
                        new Labels.Place(x, y - height * 1.8, 0),
                        new Labels.Place(x, y + height * 0.8, 0)));
    }

    /** Those with the fewest places to choose from come first. */
    private List<Layer> ordered() {
        return panel.layers().stream()
                .sorted((a, b) -> Integer.compare(freedom(a), freedom(b)))
                .toList();
    }

    private static int freedom(Layer layer) {
        return switch (layer) {
            case Layer.NoFinding n -> 0;
            case Layer.Rule r when r.way() == Layer.Way.ACROSS -> 1;
            case Layer.Ring r -> 2;
            case Layer.Rule r -> 3;
            default -> 4;
        };
    }

    private Obstacles obstacles(Surface s) {
        Obstacles obstacles = new Obstacles();
        Rectangle2D data = s.data();
        for (Layer layer : panel.layers()) {
            switch (layer) {
                case Layer.Line l -> obstacles.addLine(xs(s, l.x()), ys(s, l.y()));
                case Layer.Rule r
                when r.way() == Layer.Way.UPRIGHT ->
                    obstacles.addLine(
                            new double[] {s.x(r.at()), s.x(r.at())}, new double[] {data.getMinY(), data.getMaxY()});
                case Layer.NoFinding n -> obstacles.addShade(Underlays.area(n, s));
                case Layer.Ring r -> obstacles.addSolid(new Rectangle2D.Double(s.x(r.x()) - 4, s.y(r.y()) - 4, 8, 8));
                case Layer.Bars b -> {
                    for (int i = 0; i < b.heights().length; i++) {
                        obstacles.addSolid(bar(s, b, i));
                    }
                }
                default -> {}
            }
        }
        return obstacles;
    }

    private static Color ink(Surface s, Ink ink) {
        return s.look().palette().of(ink);
    }

    private static double[] xs(Surface s, double[] values) {
        return Arrays.stream(values).map(s::x).toArray();
    }

    private static double[] ys(Surface s, double[] values) {
        return Arrays.stream(values).map(s::y).toArray();
    }
}
