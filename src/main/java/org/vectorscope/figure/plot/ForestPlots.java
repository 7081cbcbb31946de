package org.vectorscope.figure.plot;

import java.awt.BasicStroke;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.ui.RectangleInsets;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Look;

/** Effects as rows: a panel whose y axis counts rows from the top. */
final class ForestPlots {
    /** Height of a row, in sizes of text. */
    static final double ROW = 1.9;

    private ForestPlots() {}

    static FigurePlot of(Chart.Forest forest, Look look) {
        NumberAxis rows = new NumberAxis();
        rows.setInverted(true);
        rows.setVisible(false);
        rows.setAutoRange(false);
        rows.setRange(-0.5, forest.rows().size() + 0.5);
        ForestOverlay overlay = new ForestOverlay(forest, look);
        FigurePlot plot = new FigurePlot(
                Axes.across(forest.x(), look),
                rows,
                look,
                List.of(overlay::floor),
                List.of(overlay::rows),
                width -> Optional.of(new RectangleInsets(look.text() * 2.6, overlay.left(), 0, overlay.right(width))));
        PanelPlots.plain(plot, look);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinesVisible(true);
        plot.setDomainGridlinePaint(look.palette().grid());
        plot.setDomainGridlineStroke(new BasicStroke(look.hair()));
        return plot;
    }
}
