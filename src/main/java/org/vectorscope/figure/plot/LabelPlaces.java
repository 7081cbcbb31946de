package org.vectorscope.figure.plot;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.vectorscope.figure.plot.Labels.Place;

/** Good places for the words of each kind of layer, the best first. */
final class LabelPlaces {
    private static final double[] ALONG = {0.3, 0.2, 0.4, 0.5, 0.12, 0.6, 0.7, 0.05, 0.8, 0.9};

    private LabelPlaces() {}

    /** Above or below a line, close to it. */
    static Labels.Places along(double[] x, double[] y, double gap) {
        return (width, height) -> {
            List<Place> places = new ArrayList<>();
            double from = x[0];
            double to = x[x.length - 1];
            for (double share : ALONG) {
                double left = from + share * (to - from - width);
                double[] span = span(x, y, left, left + width);
                if (!Double.isNaN(span[0])) {
                    places.add(new Place(left, span[0] - gap - height, 0.5));
                    places.add(new Place(left, span[1] + gap, 0.5));
                }
            }
            return places;
        };
    }

    /** Beside an upright line: high up first, right before left. */
    static Labels.Places upright(double x, Rectangle2D data, double gap) {
        return (width, height) -> {
            List<Place> places = new ArrayList<>();
            for (double share : new double[] {0, 0.2, 0.35, 0.5, 0.65}) {
                double y = data.getY() + share * (data.getHeight() - height);
                places.add(new Place(x + gap, y, 0));
                places.add(new Place(x - gap - width, y, 1));
            }
            return places;
        };
    }

    /** On a level line, left first; a second line of words goes below it. */
    static Labels.Places level(double y, Rectangle2D data, double lineHeight, double gap) {
        return (width, height) -> {
            List<Place> places = new ArrayList<>();
            double above = height > lineHeight * 1.5 ? lineHeight : height + gap;
            for (double share : new double[] {0, 0.1, 0.2, 0.35, 0.5, 0.65, 1}) {
                double x = data.getX() + 3 * gap + share * (data.getWidth() - width - 6 * gap);
                places.add(new Place(x, y - above, 0));
                if (height < lineHeight * 1.5) {
                    places.add(new Place(x, y + gap, 0));
                }
            }
            return places;
        };
    }

    /** Around a point. */
    static Labels.Places around(double x, double y, double gap) {
        return (width, height) -> List.of(
                new Place(x - width - gap, y - height - gap * 0.6, 1),
                new Place(x + gap, y + gap * 0.3, 0),
                new Place(x + gap, y - height - gap * 0.6, 0),
                new Place(x - width - gap, y + gap * 0.3, 1),
                new Place(x - width / 2, y - height - 1.4 * gap, 0.5),
                new Place(x - width / 2, y + 1.4 * gap, 0.5));
    }

    /** In the middle of an area. */
    static Labels.Places inside(Rectangle2D area) {
        return (width, height) -> {
            List<Place> places = new ArrayList<>();
            double x = area.getCenterX() - width / 2;
            for (double share : new double[] {0.2, 0.1, 0.35, 0.5, 0.02, 0.65, 0.8}) {
                places.add(new Place(x, area.getY() + share * (area.getHeight() - height), 0.5));
            }
            return places;
        };
    }

    /** Least and greatest y of the line between two x; NaN where there is none. */
    private static double[] span(double[] x, double[] y, double from, double to) {
        double low = Double.NaN;
        double high = Double.NaN;
        for (int i = 1; i < x.length; i++) {
            if (x[i] >= from && x[i - 1] <= to && !Double.isNaN(y[i]) && !Double.isNaN(y[i - 1])) {
                double a = at(x, y, i, Math.max(from, x[i - 1]));
                double b = at(x, y, i, Math.min(to, x[i]));
                low = Double.isNaN(low) ? Math.min(a, b) : Math.min(low, Math.min(a, b));
                high = Double.isNaN(high) ? Math.max(a, b) : Math.max(high, Math.max(a, b));
            }
        }
        return new double[] {low, high};
    }

    private static double at(double[] x, double[] y, int i, double where) {
        double width = x[i] - x[i - 1];
        return width == 0 ? y[i] : y[i - 1] + (where - x[i - 1]) / width * (y[i] - y[i - 1]);
    }
}
