package org.vectorscope.figure.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleInsets;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Look;

/** A chart made ready to draw in one look. Not thread-safe: it remembers where it drew. */
public final class Drawing {
    private final JFreeChart chart;
    private final List<FigurePlot> panels;

    private Drawing(Plot plot, List<FigurePlot> panels, Look look) {
        this.panels = panels;
        this.chart = new JFreeChart(null, null, plot, false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setBackgroundPaint(look.palette().background());
        chart.setAntiAlias(true);
        chart.setTextAntiAlias(true);
    }

    public static Drawing of(Chart chart, Look look) {
        return switch (chart) {
            case Chart.Panel panel -> {
                FigurePlot plot = PanelPlots.single(panel, look);
                yield new Drawing(plot, List.of(plot), look);
            }
            case Chart.Stack stack -> {
                List<FigurePlot> plots = PanelPlots.stacked(stack, look);
                yield new Drawing(PanelPlots.combined(stack, plots, look), plots, look);
            }
            case Chart.Forest forest -> {
                FigurePlot plot = ForestPlots.of(forest, look);
                yield new Drawing(plot, List.of(plot), look);
            }
            case Chart.Matrix matrix -> new Drawing(new MatrixPlot(matrix, look), List.of(), look);
            case Chart.Columns columns -> new Drawing(new ColumnsPlot(columns, look), List.of(), look);
        };
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
