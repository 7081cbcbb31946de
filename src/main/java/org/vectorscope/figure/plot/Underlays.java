package org.vectorscope.figure.plot;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.vectorscope.figure.Layer;
import org.vectorscope.figure.Palette;

/** Areas behind the grid. */
final class Underlays {
    private static final int BAND_ALPHA = 51; // 20 %

    private Underlays() {}

    static Optional<Overlay> of(Layer layer) {
        return switch (layer) {
            case Layer.NoFinding area ->
                Optional.of((g, s) -> fill(g, area(area, s), s.look().palette().noFinding()));
            case Layer.Highlight column ->
                Optional.of(
                        (g, s) -> fill(g, column(column, s), s.look().palette().selection()));
            case Layer.Band band -> Optional.of((g, s) -> band(g, s, band));
            case Layer.Line l -> Optional.empty();
            case Layer.Bars b -> Optional.empty();
            case Layer.Rule r -> Optional.empty();
            case Layer.Ring r -> Optional.empty();
            case Layer.Margin m -> Optional.empty();
        };
    }

    static Rectangle2D area(Layer.NoFinding area, Surface s) {
        Rectangle2D data = s.data();
        Rectangle2D box = new Rectangle2D.Double();
        if (area.way() == Layer.Way.UPRIGHT) {
            box.setFrameFromDiagonal(s.x(area.from()), data.getMinY(), s.x(area.to()), data.getMaxY());
        } else {
            box.setFrameFromDiagonal(data.getMinX(), s.y(area.from()), data.getMaxX(), s.y(area.to()));
        }
        return box.createIntersection(data);
    }

    private static Rectangle2D column(Layer.Highlight column, Surface s) {
        Rectangle2D box = new Rectangle2D.Double();
        box.setFrameFromDiagonal(
                s.x(column.from()),
                s.data().getMinY(),
                s.x(column.to()),
                s.data().getMaxY());
        return box.createIntersection(s.data());
    }

    private static void band(Graphics2D g, Surface s, Layer.Band band) {
        Path2D path = new Path2D.Double();
        int n = band.x().length;
        for (int i = 0; i < n; i++) {
            point(path, i, s.x(band.x()[i]), s.y(band.high()[i]));
        }
        for (int i = n - 1; i >= 0; i--) {
            point(path, 1, s.x(band.x()[i]), s.y(band.low()[i]));
        }
        path.closePath();
        Palette palette = s.look().palette();
        Color ink = palette.of(band.ink());
        Shape before = g.getClip();
        g.clip(s.data());
        fill(g, path, new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), BAND_ALPHA));
        g.setClip(before);
    }

    private static void point(Path2D path, int index, double x, double y) {
        if (index == 0) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    private static void fill(Graphics2D g, Shape shape, Color colour) {
        g.setPaint(colour);
        g.fill(shape);
    }
}
