package org.vectorscope.figure.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Paint;
import java.awt.geom.Ellipse2D;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultIntervalXYDataset;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;
import org.vectorscope.figure.Layer;
import org.vectorscope.figure.Look;

/** JFreeChart's renderers and data sets for lines and bars. */
final class Renderers {
    private Renderers() {}

    static XYDataset data(Layer.Line line) {
        DefaultXYDataset data = new DefaultXYDataset();
        data.addSeries(line.label().strong(), new double[][] {line.x(), line.y()});
        return data;
    }

    static XYItemRenderer of(Layer.Line line, Look look) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, line.dots() == Layer.Dots.EACH);
        Color ink = look.palette().of(line.ink());
        double radius = look.line() * 1.3;
        renderer.setSeriesPaint(0, ink);
        renderer.setSeriesStroke(0, stroke(line.dash(), look));
        renderer.setSeriesShape(0, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        renderer.setDrawSeriesLineAsPath(true);
        renderer.setDefaultCreateEntities(false);
        return renderer;
    }

    static BasicStroke stroke(Layer.Dash dash, Look look) {
        float width = dash == Layer.Dash.DASHED ? look.reference() : look.line();
        float[] pattern = {width * 2.4f, width * 1.8f};
        return dash == Layer.Dash.DASHED
                ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, 0)
                : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    }

    static XYDataset data(Layer.Bars bars) {
        int n = bars.heights().length;
        double[][] rows = new double[6][n]; // x, its ends, y, its ends
        for (int i = 0; i < n; i++) {
            double from = bars.edges()[i];
            double to = bars.edges()[i + 1];
            rows[0][i] = (from + to) / 2;
            rows[1][i] = from;
            rows[2][i] = to;
            rows[3][i] = bars.heights()[i];
            rows[5][i] = bars.heights()[i];
        }
        DefaultIntervalXYDataset data = new DefaultIntervalXYDataset();
        data.addSeries(bars.name(), rows);
        return data;
    }

    static XYItemRenderer of(Layer.Bars bars, Look look) {
        XYBarRenderer renderer = new ColouredBars(bars, look);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setDefaultCreateEntities(false);
        return renderer;
    }

    private static final class ColouredBars extends XYBarRenderer {
        private static final long serialVersionUID = 1L;
        private static final double GAP = 0.08;
        private final transient Layer.Bars bars;
        private final transient Look look;

        ColouredBars(Layer.Bars bars, Look look) {
            super(GAP);
            this.bars = bars;
            this.look = look;
        }

        @Override
        public Paint getItemPaint(int series, int item) {
            return bars.selected().contains(item)
                    ? look.palette().selectedBar()
                    : look.palette().bar();
        }
    }
}
