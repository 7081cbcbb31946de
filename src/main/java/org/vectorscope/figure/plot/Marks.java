package org.vectorscope.figure.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Look;
import org.vectorscope.figure.Mark;

/** The shapes of the arms. */
final class Marks {
    private Marks() {}

    static void draw(Graphics2D g, Look look, Mark mark, Chart.Fill fill, Color ink, double x, double y) {
        double r = look.text() * 0.4;
        g.setStroke(new BasicStroke(look.reference(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        if (mark == Mark.CROSS) {
            g.setPaint(ink);
            g.setStroke(new BasicStroke(look.line() * 1.2f));
            g.draw(shape(mark, x, y, r * 0.8));
        } else if (fill == Chart.Fill.HOLLOW) {
            g.setPaint(look.palette().background());
            g.fill(shape(mark, x, y, r));
            g.setPaint(ink);
            g.draw(shape(mark, x, y, r));
        } else {
            g.setPaint(ink);
            g.fill(shape(mark, x, y, r));
        }
    }

    private static Shape shape(Mark mark, double x, double y, double r) {
        return switch (mark) {
            case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
            case SQUARE -> new Rectangle2D.Double(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8);
            case TRIANGLE_DOWN -> polygon(x - r * 1.1, y - r * 0.85, x + r * 1.1, y - r * 0.85, x, y + r);
            case DIAMOND -> polygon(x, y - r * 1.2, x + r * 1.2, y, x, y + r * 1.2, x - r * 1.2, y);
            case CROSS -> {
                Path2D cross = new Path2D.Double();
                cross.moveTo(x - r, y - r);
                cross.lineTo(x + r, y + r);
                cross.moveTo(x + r, y - r);
                cross.lineTo(x - r, y + r);
                yield cross;
            }
        };
    }

    private static Shape polygon(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }
}
