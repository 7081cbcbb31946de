package org.vectorscope.figure.plot;

import java.awt.BasicStroke;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CombinedDomainXYPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Layer;
import org.vectorscope.figure.Look;

/** Panels as JFreeChart plots. */
final class PanelPlots {
    private PanelPlots() {}

    static FigurePlot single(Chart.Panel panel, Look look) {
        double margin = margin(panel, look);
        FigurePlot plot = plot(panel, look, margin);
        plot.setDomainAxis(Axes.across(panel.x(), look));
        plot.setInsets(new RectangleInsets(look.text() * 2.1, 0, 0, margin));
        return plot;
    }

    static List<FigurePlot> stacked(Chart.Stack stack, Look look) {
        double margin = margin(stack, look);
        return stack.panels().stream().map(p -> plot(p, look, margin)).toList();
    }

    private static double margin(Chart.Stack stack, Look look) {
        return stack.panels().stream().mapToDouble(p -> margin(p, look)).max().orElse(0);
    }

    static XYPlot combined(Chart.Stack stack, List<FigurePlot> plots, Look look) {
        ValueAxis x = Axes.across(stack.panels().getLast().x(), look);
        CombinedDomainXYPlot combined = new CombinedDomainXYPlot(x);
        combined.setGap(look.text() * 0.9);
        combined.setInsets(new RectangleInsets(0, 0, 0, margin(stack, look)));
        combined.setAxisOffset(RectangleInsets.ZERO_INSETS);
        combined.setOutlineVisible(false);
        combined.setBackgroundPaint(null);
        combined.setOrientation(PlotOrientation.VERTICAL);
        for (int i = 0; i < plots.size(); i++) {
            combined.add(plots.get(i), stack.weights().get(i));
            // add() takes the insets away
            plots.get(i).setInsets(new RectangleInsets(look.text() * 2.1, 0, 0, 0));
        }
        return combined;
    }

    private static FigurePlot plot(Chart.Panel panel, Look look, double margin) {
        List<Overlay> under = new ArrayList<>();
        panel.layers().forEach(l -> Underlays.of(l).ifPresent(under::add));
        FigurePlot plot =
                new FigurePlot(null, Axes.upright(panel.y(), look), look, under, List.of(new Overlays(panel, margin)));
        plain(plot, look);
        int index = 0;
        for (Layer layer : panel.layers()) {
            if (layer instanceof Layer.Line line) {
                plot.setDataset(index, Renderers.data(line));
                plot.setRenderer(index++, Renderers.of(line, look));
            } else if (layer instanceof Layer.Bars bars) {
                plot.setDataset(index, Renderers.data(bars));
                plot.setRenderer(index++, Renderers.of(bars, look));
            }
        }
        return plot;
    }

    static void plain(XYPlot plot, Look look) {
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setOutlineVisible(false);
        plot.setBackgroundPaint(null);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(look.palette().grid());
        plot.setRangeGridlineStroke(new BasicStroke(look.hair()));
        plot.setRangeZeroBaselineVisible(false);
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    }

    /** Room to the right of the axes for words that stand at the end of lines. */
    private static double margin(Chart.Panel panel, Look look) {
        double widest = 0;
        for (Layer layer : panel.layers()) {
            widest = Math.max(
                    widest,
                    switch (layer) {
                        case Layer.Line l when l.at() == Layer.LabelAt.END -> width(l.label(), look);
                        case Layer.Margin m -> width(m.label(), look);
                        default -> 0.0;
                    });
        }
        double lastTick = TextBlock.width(Tick.of(panel.x(), 6).getLast().text(), look.plain()) / 2;
        return widest > 0 ? widest + look.text() * 1.2 : Math.max(look.text() * 0.9, lastTick + look.hair());
    }

    private static double width(Layer.Words words, Look look) {
        double width = TextBlock.width(words.strong(), look.strong());
        for (String line : words.detail().split("\n")) {
            width = Math.max(width, TextBlock.width(line, look.plain()));
        }
        return width;
    }
}
