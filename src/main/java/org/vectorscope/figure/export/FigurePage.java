package org.vectorscope.figure.export;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Look;
import org.vectorscope.figure.plot.Drawing;
import org.vectorscope.figure.plot.Proportions;
import org.vectorscope.figure.plot.TextBlock;

/** A figure laid out in points: the chart, and below it the caption where it is wanted. */
public final class FigurePage {
    private static final double POINTS = 72;
    private final Figure figure;
    private final Look look;
    private final double width;
    private final double chartHeight;
    private final List<String> caption;
    private final double height;

    public FigurePage(Figure figure, ExportSpec spec) {
        this.figure = figure;
        this.look = spec.look();
        this.width = spec.size().width() * POINTS;
        boolean under = spec.extras().contains(ExportSpec.Extra.CAPTION_UNDER)
                && !figure.caption().isEmpty();
        this.caption = under ? TextBlock.wrap(figure.caption(), look.plain(), width - 2 * margin()) : List.of();
        double words = caption.isEmpty() ? 0 : caption.size() * lineHeight() + look.text() * 0.9;
        double fitting = Proportions.height(figure.chart(), look, width - 2 * margin());
        this.chartHeight = spec.size().height().isPresent()
                ? Math.max(fitting * 0.4, spec.size().height().getAsDouble() * POINTS - words - 2 * margin())
                : fitting;
        this.height = chartHeight + words + 2 * margin();
    }

    /** In points. */
    public double width() {
        return width;
    }

    /** In points. */
    public double height() {
        return height;
    }

    private double margin() {
        return look.text() * 0.25;
    }

    private double lineHeight() {
        return look.text() * 1.35;
    }

    /** Draws in points from the origin. */
    public void draw(Graphics2D g) {
        g.setPaint(look.palette().background());
        g.fill(new Rectangle2D.Double(0, 0, width, height));
        Rectangle2D area = new Rectangle2D.Double(margin(), margin(), width - 2 * margin(), chartHeight);
        Drawing.of(Printed.of(figure.chart()), look).draw(g, area);
        double y = margin() + chartHeight + look.text() * 0.9 + lineHeight() / 2;
        for (String line : caption) {
            TextBlock.left(g, line, look.plain(), look.palette().text(), margin(), y);
            y += lineHeight();
        }
    }
}
