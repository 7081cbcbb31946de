package org.vectorscope.figure.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Look;

/** A chart made ready to draw in one look. Not thread-safe: it remembers where it drew. */
public final class Drawing {
    private final JFreeChart chart;
    private final List<FigurePlot> panels;

    private Drawing(Plot plot, List<FigurePlot> panels, Look look, UnaryOperator<Graphics2D> through) {
        this.panels = panels;
        this.chart = new Fresh(plot, look, through);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setBackgroundPaint(look.palette().background());
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
    }

    /**
     * Begins every drawing with a font and a colour of its own: FXGraphics2D leaves out a change to what it believes is
     * set already, which on a canvas that was reset in between is not so.
     */
    private static final class Fresh extends JFreeChart {
        private static final long serialVersionUID = 1L;
        private final transient Look look;
        private final transient UnaryOperator<Graphics2D> through;

        Fresh(Plot plot, Look look, UnaryOperator<Graphics2D> through) {
            super(null, null, plot, false);
            this.look = look;
            this.through = through;
        }

        @Override
        public void draw(
                Graphics2D given, Rectangle2D area, @Nullable Point2D anchor, @Nullable ChartRenderingInfo info) {
            Graphics2D g = through.apply(given);
            g.setFont(look.strong());
            g.setFont(look.plain());
            g.setPaint(look.palette().background());
            g.setPaint(look.palette().text());
            super.draw(g, area, anchor, info);
        }
    }

    public static Drawing of(Chart chart, Look look) {
        return of(chart, look, UnaryOperator.identity());
    }

    /** @param through what to draw on in place of what a drawing is given */
    public static Drawing of(Chart chart, Look look, UnaryOperator<Graphics2D> through) {
        return switch (chart) {
            case Chart.Panel panel -> {
                FigurePlot plot = PanelPlots.single(panel, look);
                yield new Drawing(plot, List.of(plot), look, through);
            }
            case Chart.Stack stack -> {
                List<FigurePlot> plots = PanelPlots.stacked(stack, look);
                yield new Drawing(PanelPlots.combined(stack, plots, look), plots, look, through);
            }
            case Chart.Forest forest -> {
                FigurePlot plot = ForestPlots.of(forest, look);
                yield new Drawing(plot, List.of(plot), look, through);
            }
            case Chart.Heat heat -> new Drawing(new HeatPlot(heat, look), List.of(), look, through);
            case Chart.Matrix matrix -> new Drawing(new MatrixPlot(matrix, look), List.of(), look, through);
            case Chart.Columns columns -> new Drawing(new ColumnsPlot(columns, look), List.of(), look, through);
        };
    }

    /** The cells of a map, to be read one by one; empty for other charts. */
    public Optional<CellGrid> grid() {
        return chart.getPlot() instanceof HeatPlot heat ? Optional.of(heat) : Optional.empty();
    }

    public JFreeChart chart() {
        return chart;
    }

    public void draw(Graphics2D g, Rectangle2D area) {
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        chart.draw(g, area);
    }

    /** One per panel, from top to bottom; valid after the first drawing. */
    public List<Surface> surfaces() {
        return panels.stream().map(FigurePlot::surface).toList();
    }
}
