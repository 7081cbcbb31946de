package org.vectorscope.figure.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Locale;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Look;
import org.vectorscope.figure.Palette;

/** Cells with their numbers in them, and the scale of the colours below. */
final class MatrixPlot extends Plot {
    private static final long serialVersionUID = 1L;
    private static final int SCALE_STEPS = 15;
    private final transient Chart.Matrix matrix;
    private final transient Look look;

    MatrixPlot(Chart.Matrix matrix, Look look) {
        this.matrix = matrix;
        this.look = look;
        setOutlineVisible(false);
        setBackgroundPaint(null);
    }

    @Override
    public String getPlotType() {
        return "matrix";
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        double size = look.text();
        double names = matrix.rows().stream()
                        .mapToDouble(r -> TextBlock.width(r, look.plain()))
                        .max()
                        .orElse(0)
                + size * 0.8;
        double top = area.getY() + size * 1.8;
        int columns = matrix.columns().size();
        int rows = matrix.rows().size();
        double width = Math.min((area.getWidth() - names - size) / columns, size * 5);
        double height = Math.min((area.getHeight() - size * 5.2) / rows, size * 2.4);
        Rectangle2D cells = new Rectangle2D.Double(area.getX() + names, top, width * columns, height * rows);
        for (int j = 0; j < columns; j++) {
            double x = cells.getX() + (j + 0.5) * width;
            TextBlock.centre(
                    g, matrix.columns().get(j), look.plain(), look.palette().text(), x, top - size);
        }
        for (int i = 0; i < rows; i++) {
            double y = top + (i + 0.5) * height;
            TextBlock.right(
                    g, matrix.rows().get(i), look.plain(), look.palette().text(), cells.getX() - size * 0.6, y);
            for (int j = 0; j < columns; j++) {
                cell(g, new Rectangle2D.Double(cells.getX() + j * width, top + i * height, width, height), i, j);
            }
        }
        scale(g, cells);
    }

    private void cell(Graphics2D g, Rectangle2D box, int row, int column) {
        double value = matrix.values()[row][column];
        Color ground = look.palette().diverging(value);
        double gap = look.hair();
        RoundRectangle2D cell = new RoundRectangle2D.Double(
                box.getX() + gap, box.getY() + gap, box.getWidth() - 2 * gap, box.getHeight() - 2 * gap, 4, 4);
        g.setPaint(ground);
        g.fill(cell);
        g.setPaint(look.palette().grid());
        g.setStroke(new BasicStroke(look.hair()));
        g.draw(cell);
        String text = String.format(Locale.ROOT, "%.2f", value).replace('-', '−');
        if (TextBlock.width(text, look.plain()) < box.getWidth()) {
            TextBlock.centre(g, text, look.plain(), Palette.inkOn(ground), box.getCenterX(), box.getCenterY());
        }
    }

    private void scale(Graphics2D g, Rectangle2D cells) {
        double size = look.text();
        double y = cells.getMaxY() + size * 0.8;
        double step = cells.getWidth() / SCALE_STEPS;
        for (int i = 0; i < SCALE_STEPS; i++) {
            g.setPaint(look.palette().diverging(2.0 * i / (SCALE_STEPS - 1) - 1));
            g.fill(new Rectangle2D.Double(cells.getX() + i * step, y, step, size * 0.7));
        }
        g.setPaint(look.palette().axis());
        g.setStroke(new BasicStroke(look.hair()));
        g.draw(new Rectangle2D.Double(cells.getX(), y, cells.getWidth(), size * 0.7));
        double below = y + size * 1.5;
        TextBlock.left(g, "−1", look.plain(), look.palette().muted(), cells.getX(), below);
        TextBlock.centre(g, "0", look.plain(), look.palette().muted(), cells.getCenterX(), below);
        TextBlock.right(g, "+1", look.plain(), look.palette().muted(), cells.getMaxX(), below);
    }
}
