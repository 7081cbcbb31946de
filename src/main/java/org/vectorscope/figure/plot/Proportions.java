package org.vectorscope.figure.plot;

import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Look;

/** How high a chart should be for its width. */
public final class Proportions {
    private static final double PANEL = 0.66;
    private static final double WIDE_PANEL = 0.5;
    private static final double STACK = 0.9;
    private static final double WIDE_STACK = 0.58;
    /** From this width on, in sizes of text, a chart is wide. */
    private static final double WIDE = 50;

    private Proportions() {}

    public static double height(Chart chart, Look look, double width) {
        boolean wide = width > WIDE * look.text();
        return switch (chart) {
            case Chart.Panel p -> width * (wide ? WIDE_PANEL : PANEL);
            case Chart.Stack s -> width * (wide ? WIDE_STACK : STACK);
            case Chart.Forest f ->
                look.text() * (2.4 + 3.4 + ForestPlots.ROW * (f.rows().size() + 1));
            case Chart.Heat h -> look.text() * (7.6 + HeatPlot.ROW * h.rows().size());
            case Chart.Matrix m -> look.text() * (5.4 + 2.4 * m.rows().size());
            case Chart.Columns c ->
                look.text() * ColumnsPlot.LEGEND
                        + ColumnsLayout.of(c, look, width).stream()
                                .mapToDouble(ColumnsLayout::height)
                                .sum();
        };
    }
}
