package org.vectorscope.figure.plot;

import java.awt.geom.Rectangle2D;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.vectorscope.figure.Look;

/**
 * Where a panel was drawn last.
 *
 * @param area all of the panel, with titles and margins
 * @param data inside the axes
 */
public record Surface(XYPlot plot, Rectangle2D area, Rectangle2D data, Look look) {
    public double x(double value) {
        return plot.getDomainAxis().valueToJava2D(value, data, RectangleEdge.BOTTOM);
    }

    public double y(double value) {
        return plot.getRangeAxis().valueToJava2D(value, data, RectangleEdge.LEFT);
    }

    public double valueAtX(double x) {
        return plot.getDomainAxis().java2DToValue(x, data, RectangleEdge.BOTTOM);
    }

    public double valueAtY(double y) {
        return plot.getRangeAxis().java2DToValue(y, data, RectangleEdge.LEFT);
    }
}
