package org.vectorscope.figure.plot;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;
import org.jspecify.annotations.Nullable;
import org.vectorscope.figure.Look;

/** A plot that also draws what lies under the grid and, unclipped, what lies over everything. */
final class FigurePlot extends XYPlot {
    private static final long serialVersionUID = 1L;
    private final transient Look look;
    private final transient List<Overlay> under;
    private final transient List<Overlay> over;
    private final transient DoubleFunction<Optional<RectangleInsets>> margins;
    private transient Surface surface;

    FigurePlot(@Nullable ValueAxis x, ValueAxis y, Look look, List<Overlay> under, List<Overlay> over) {
        this(x, y, look, under, over, width -> Optional.empty());
    }

    /** @param margins what a width asks for around the axes; empty for what was set */
    FigurePlot(
            @Nullable ValueAxis x,
            ValueAxis y,
            Look look,
            List<Overlay> under,
            List<Overlay> over,
            DoubleFunction<Optional<RectangleInsets>> margins) {
        super(null, x, y, null);
        this.margins = margins;
        this.look = look;
        this.under = under;
        this.over = over;
        this.surface = new Surface(this, new Rectangle2D.Double(), new Rectangle2D.Double(), look);
    }

    /** Where it was drawn last; empty rectangles before the first time. */
    Surface surface() {
        return surface;
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        Rectangle2D whole = (Rectangle2D) area.clone();
        surface = new Surface(this, whole, new Rectangle2D.Double(), look);
        margins.apply(area.getWidth()).ifPresent(m -> setInsets(m, false));
        super.draw(g, area, anchor, parent, info);
        surface = new Surface(this, whole, surface.data(), look);
        if (!surface.data().isEmpty()) {
            over.forEach(o -> o.draw(g, surface));
        }
    }

    @Override
    public void drawBackground(Graphics2D g, Rectangle2D data) {
        surface = new Surface(this, surface.area(), (Rectangle2D) data.clone(), look);
        under.forEach(o -> o.draw(g, surface));
    }
}
