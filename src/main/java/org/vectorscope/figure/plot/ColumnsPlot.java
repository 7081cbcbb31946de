package org.vectorscope.figure.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Look;
import org.vectorscope.figure.Palette;

/** Texts side by side; passages of one name start at one height. */
final class ColumnsPlot extends Plot {
    private static final long serialVersionUID = 1L;
    /** Height of the line above all columns, in sizes of text. */
    static final double LEGEND = 1.9;

    private final transient Chart.Columns columns;
    private final transient Look look;

    ColumnsPlot(Chart.Columns columns, Look look) {
        this.columns = columns;
        this.look = look;
        setOutlineVisible(false);
        setBackgroundPaint(null);
    }

    @Override
    public String getPlotType() {
        return "columns";
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        double size = look.text();
        legend(g, area.getX(), area.getY() + size * 0.7);
        double y = area.getY() + size * LEGEND;
        for (ColumnsLayout layout : ColumnsLayout.of(columns, look, area.getWidth())) {
            row(g, layout, area.getX(), y);
            y += layout.height();
        }
    }

    private void row(Graphics2D g, ColumnsLayout layout, double left, double y) {
        double size = look.text();
        for (int i = 0; i < layout.columns().size(); i++) {
            Chart.Column column = layout.columns().get(i);
            double x = left + i * (layout.width() + layout.gap());
            head(g, column, layout.subtitle(i), new Line2D.Double(x, y, x + layout.width(), y));
            for (int p = 0; p < column.passages().size(); p++) {
                double top = y + layout.passageTop(p);
                TextBlock.left(
                        g,
                        column.passages().get(p).name(),
                        look.plain(),
                        look.palette().muted(),
                        x,
                        top);
                passage(g, layout, i, p, x, top + size * 0.8);
            }
            measures(g, column, layout, x, y + layout.measuresTop());
        }
    }

    private void legend(Graphics2D g, double x, double y) {
        double size = look.text();
        String name = columns.tintName() + "  −" + columns.tint() + " ";
        TextBlock.left(g, name, look.plain(), look.palette().muted(), x, y);
        double at = x + TextBlock.width(name, look.plain());
        for (int i = 0; i < 11; i++) {
            g.setPaint(look.palette().diverging(i / 5.0 - 1));
            g.fill(new Rectangle2D.Double(at + i * size * 0.7, y - size * 0.4, size * 0.7, size * 0.8));
        }
        TextBlock.left(g, "+" + columns.tint(), look.plain(), look.palette().muted(), at + size * 8.2, y);
    }

    private void head(Graphics2D g, Chart.Column column, List<String> subtitle, Line2D top) {
        double x = top.getX1();
        double y = top.getY1();
        double size = look.text();
        Color ink = look.palette().of(column.ink());
        g.setPaint(ink);
        g.setStroke(new BasicStroke(look.line() * 1.4f));
        g.draw(top);
        Marks.draw(g, look, column.mark(), Chart.Fill.SOLID, ink, x + size * 0.5, y + size * 1.2);
        TextBlock.left(g, column.title(), look.strong(), look.palette().text(), x + size * 1.4, y + size * 1.2);
        for (int i = 0; i < subtitle.size(); i++) {
            TextBlock.left(g, subtitle.get(i), look.plain(), look.palette().muted(), x, y + size * (2.6 + 1.4 * i));
        }
    }

    private void passage(Graphics2D g, ColumnsLayout layout, int column, int passage, double x, double y) {
        double size = look.text();
        for (WordFlow.Placed word : layout.words(column, passage)) {
            double space = TextBlock.width(" ", look.plain())
                    * (word.text().length() - word.text().stripLeading().length());
            double left = x + word.x();
            double middle = y + (word.line() + 0.5) * layout.lineHeight();
            Chart.Token token = word.token();
            Color ground = Double.isNaN(token.value())
                    ? look.palette().background()
                    : look.palette().diverging(token.value() / columns.tint());
            if (!ground.equals(look.palette().background())) {
                g.setPaint(ground);
                g.fill(new Rectangle2D.Double(left + space, middle - size * 0.65, word.width() - space, size * 1.3));
            }
            Color ink =
                    ground.equals(look.palette().background()) ? look.palette().text() : readable(ground);
            TextBlock.left(g, word.text(), look.plain(), ink, left, middle);
            if (token.differs()) {
                float dot = look.hair() * 1.4f;
                g.setStroke(new BasicStroke(
                        dot, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {dot, dot * 1.5f}, 0));
                double under = middle + size * 0.72;
                g.draw(new Line2D.Double(left + space, under, left + word.width(), under));
            }
        }
    }

    /** The theme's own text colour where it reads well enough, else black or white. */
    private Color readable(Color ground) {
        Color text = look.palette().text();
        return Palette.contrast(text, ground) >= 4.5 ? text : Palette.inkOn(ground);
    }

    private void measures(Graphics2D g, Chart.Column column, ColumnsLayout layout, double x, double y) {
        double width = layout.width();
        double size = look.text();
        g.setPaint(look.palette().grid());
        g.setStroke(new BasicStroke(look.hair()));
        g.draw(new Line2D.Double(x, y, x + width, y));
        double at = y + size * 1.1;
        for (Chart.Measure measure : column.measures()) {
            TextBlock.left(g, measure.name(), look.plain(), look.palette().muted(), x, at);
            at += size * 1.5 * (layout.measureLines() - 1);
            TextBlock.right(g, measure.value(), look.strong(), look.palette().text(), x + width, at);
            at += size * 1.5;
        }
    }
}
