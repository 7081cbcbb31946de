package org.vectorscope.figure.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.IntSummaryStatistics;
import java.util.Locale;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Ink;
import org.vectorscope.figure.Look;
import org.vectorscope.figure.Mark;

/** Names to the left, intervals in the middle, numbers to the right. */
final class ForestOverlay {
    /** In sizes of text. */
    private static final double NARROW = 45;

    private final Chart.Forest forest;
    private final Look look;
    private final double names;
    private final double effects;
    private final double intervals;

    ForestOverlay(Chart.Forest forest, Look look) {
        this.forest = forest;
        this.look = look;
        this.names = forest.rows().stream()
                .mapToDouble(r -> TextBlock.width(r.arm(), look.plain()))
                .reduce(TextBlock.width(forest.reference(), look.plain()), Math::max);
        this.effects = TextBlock.width("+0.00", look.strong());
        this.intervals = TextBlock.width("[−0.00, −0.00]", look.plain());
    }

    double left() {
        return names + look.text() * 3.2;
    }

    /** The intervals are drawn; where there is little room they are not written as well. */
    double right(double width) {
        return effects + look.text() * 1.6 + (width < NARROW * look.text() ? 0 : intervals + look.text() * 1.2);
    }

    private boolean narrow(Surface s) {
        return s.area().getWidth() < NARROW * look.text();
    }

    /** {@code n = 70 per arm}, or the range where arms differ. */
    private String counts() {
        IntSummaryStatistics n =
                forest.rows().stream().mapToInt(Chart.Effect::n).summaryStatistics();
        return n.getMin() == n.getMax() ? "n = " + n.getMin() + " per arm" : "n = " + n.getMin() + "–" + n.getMax();
    }

    void floor(Graphics2D g, Surface s) {
        Rectangle2D area = new Rectangle2D.Double();
        area.setFrameFromDiagonal(
                s.x(-forest.floor()),
                s.data().getMinY(),
                s.x(forest.floor()),
                s.data().getMaxY());
        g.setPaint(look.palette().noFinding());
        g.fill(area.createIntersection(s.data()));
    }

    void rows(Graphics2D g, Surface s) {
        heads(g, s);
        g.setPaint(look.palette().axis());
        g.setStroke(new BasicStroke(look.hair()));
        g.draw(new Line2D.Double(s.x(0), s.data().getMinY(), s.x(0), s.data().getMaxY()));
        name(g, s, 0, forest.reference(), Ink.NONE, Mark.CIRCLE, Chart.Fill.SOLID);
        TextBlock.left(g, "reference", look.plain(), look.palette().muted(), s.x(0) + look.text() * 0.6, s.y(0));
        String group = "";
        for (int i = 0; i < forest.rows().size(); i++) {
            Chart.Effect row = forest.rows().get(i);
            if (!row.group().equals(group)) {
                divide(g, s, i + 0.5);
                group = row.group();
            }
            row(g, s, i + 1, row);
        }
    }

    private void heads(Graphics2D g, Surface s) {
        Color text = look.palette().text();
        double y = s.area().getY() + look.text() * 0.65;
        TextBlock.left(g, "Arm", look.strong(), text, s.area().getX() + 1, y);
        TextBlock.left(
                g, counts(), look.plain(), look.palette().muted(), s.area().getX() + look.text() * 2.6, y);
        TextBlock.right(g, "d", look.strong(), text, effectEnd(s), y);
        if (!narrow(s)) {
            TextBlock.right(g, "95 % interval", look.plain(), text, intervalEnd(s), y);
        }
        if (forest.floor() > 0) {
            String floor = "noise floor ±" + String.format(Locale.ROOT, "%.2f", forest.floor());
            TextBlock.centre(
                    g,
                    floor,
                    look.plain(),
                    look.palette().muted(),
                    s.x(0),
                    s.data().getMinY() - look.text() * 0.7);
        }
    }

    private void row(Graphics2D g, Surface s, int index, Chart.Effect row) {
        Color ink = look.palette().of(row.ink());
        double y = s.y(index);
        name(g, s, index, row.arm(), row.ink(), row.mark(), row.fill());
        double low = Math.max(s.x(row.low()), s.data().getMinX());
        double high = Math.min(s.x(row.high()), s.data().getMaxX());
        if (low < high) {
            g.setPaint(ink);
            g.setStroke(new BasicStroke(look.reference()));
            g.draw(new Line2D.Double(low, y, high, y));
        }
        double x = Math.clamp(s.x(row.effect()), s.data().getMinX(), s.data().getMaxX());
        Marks.draw(g, look, row.mark(), row.fill(), ink, x, y);
        Color text = look.palette().text();
        TextBlock.right(g, signed(row.effect()), look.strong(), text, effectEnd(s), y);
        if (!narrow(s)) {
            String interval = "[" + signed(row.low()) + ", " + signed(row.high()) + "]";
            TextBlock.right(g, interval, look.plain(), text, intervalEnd(s), y);
        }
    }

    private void name(Graphics2D g, Surface s, int index, String name, Ink ink, Mark mark, Chart.Fill fill) {
        double x = s.area().getX() + look.text() * 0.55;
        Marks.draw(g, look, mark, fill, look.palette().of(ink), x, s.y(index));
        TextBlock.left(g, name, look.plain(), look.palette().text(), x + look.text() * 1.1, s.y(index));
    }

    private void divide(Graphics2D g, Surface s, double row) {
        g.setPaint(look.palette().grid());
        g.setStroke(new BasicStroke(look.hair()));
        g.draw(new Line2D.Double(s.area().getMinX(), s.y(row), s.area().getMaxX(), s.y(row)));
    }

    private double intervalEnd(Surface s) {
        return s.area().getMaxX() - look.text() * 0.3;
    }

    private double effectEnd(Surface s) {
        return narrow(s) ? intervalEnd(s) : intervalEnd(s) - intervals - look.text() * 1.2;
    }

    private static String signed(double value) {
        return String.format(Locale.ROOT, "%+.2f", value).replace('-', '−');
    }
}
