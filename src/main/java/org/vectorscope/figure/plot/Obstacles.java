package org.vectorscope.figure.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What a label should not cover, in drawing coordinates: lines, bars and the labels placed before. */
final class Obstacles {
    private final List<double[][]> lines = new ArrayList<>();
    private final List<Rectangle2D> solids = new ArrayList<>();
    private final List<Rectangle2D> shades = new ArrayList<>();
    private final List<Rectangle2D> labels = new ArrayList<>();

    /** @param x [n]; @param y [n], NaN breaks the line */
    void addLine(double[] x, double[] y) {
        lines.add(new double[][] {x, y});
    }

    void addSolid(Rectangle2D solid) {
        solids.add(solid);
    }

    /** An area that is better left to its own name. */
    void addShade(Rectangle2D shade) {
        shades.add(shade);
    }

    void addLabel(Rectangle2D label) {
        labels.add(label);
    }

    /** How bad it is to write in {@code box}: 0 is free, 100 and more covers something. */
    double cost(Rectangle2D box, Rectangle2D allowed) {
        double size = box.getWidth() * box.getHeight();
        double cost = 2000 * (1 - share(box, allowed, size));
        for (Rectangle2D label : labels) {
            double covered = share(box, label, size);
            cost += covered > 0 ? 400 + 1000 * covered : 0;
        }
        for (Rectangle2D solid : solids) {
            double covered = share(box, solid, size);
            cost += covered > 0 ? 60 + 300 * covered : 0;
        }
        for (Rectangle2D shade : shades) {
            cost += 20 * share(box, shade, size);
        }
        for (double[][] line : lines) {
            cost += crosses(line, box) ? 150 : 0;
        }
        return cost;
    }

    private static double share(Rectangle2D box, Rectangle2D other, double size) {
        Rectangle2D both = box.createIntersection(other);
        return both.getWidth() <= 0 || both.getHeight() <= 0 ? 0 : both.getWidth() * both.getHeight() / size;
    }

    private static boolean crosses(double[][] line, Rectangle2D box) {
        double[] x = line[0];
        for (int i = 1; i < x.length; i++) {
            boolean beside = Math.max(x[i - 1], x[i]) < box.getMinX() || Math.min(x[i - 1], x[i]) > box.getMaxX();
            if (!beside && box.intersectsLine(x[i - 1], line[1][i - 1], x[i], line[1][i])) {
                return true;
            }
        }
        return false;
    }
}
