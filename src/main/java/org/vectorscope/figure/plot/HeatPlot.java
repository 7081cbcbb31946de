package org.vectorscope.figure.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Look;
import org.vectorscope.figure.Palette;
import org.vectorscope.figure.Quantity;

/**
 * A map of cells. Each carries its number where it fits, else its sign: colour is never alone. Where the side of zero is
 * not known there is a dot instead.
 */
final class HeatPlot extends Plot implements CellGrid {
    /** Height of a row, in sizes of text. */
    static final double ROW = 2;

    private static final long serialVersionUID = 1L;
    private static final int SCALE_STEPS = 31;
    private static final String DOT = "·";

    private final transient Chart.Heat heat;
    private final transient Look look;
    private transient Rectangle2D cells = new Rectangle2D.Double();

    HeatPlot(Chart.Heat heat, Look look) {
        this.heat = heat;
        this.look = look;
        setOutlineVisible(false);
        setBackgroundPaint(null);
    }

    @Override
    public String getPlotType() {
        return "heat";
    }

    @Override
    public Chart.Heat heat() {
        return heat;
    }

    @Override
    public Optional<Chart.Spot> at(double x, double y) {
        if (!cells.contains(x, y)) {
            return Optional.empty();
        }
        int row = (int) ((y - cells.getY()) / cells.getHeight() * heat.rows().size());
        int column =
                (int) ((x - cells.getX()) / cells.getWidth() * heat.columns().size());
        return Optional.of(new Chart.Spot(row, column));
    }

    @Override
    public Rectangle2D box(Chart.Spot spot) {
        double width = cells.getWidth() / heat.columns().size();
        double height = cells.getHeight() / heat.rows().size();
        return new Rectangle2D.Double(
                cells.getX() + spot.column() * width, cells.getY() + spot.row() * height, width, height);
    }

    @Override
    public void draw(Graphics2D g, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        double size = look.text();
        double names = heat.rows().stream()
                        .mapToDouble(r -> TextBlock.width(r, look.plain()))
                        .max()
                        .orElse(0)
                + size * 0.9;
        double top = size * 2;
        double bottom = size * 5.6;
        cells = new Rectangle2D.Double(
                area.getX() + names,
                area.getY() + top,
                Math.max(1, area.getWidth() - names - size * 0.5),
                Math.max(1, area.getHeight() - top - bottom));
        TextBlock.left(g, heat.y(), look.plain(), look.palette().text(), area.getX(), area.getY() + size * 0.8);
        for (int row = 0; row < heat.rows().size(); row++) {
            for (int column = 0; column < heat.columns().size(); column++) {
                cell(g, new Chart.Spot(row, column));
            }
        }
        heat.marked().ifPresent(spot -> mark(g, box(spot)));
        rowNames(g);
        columnNames(g);
        scale(g);
    }

    private void cell(Graphics2D g, Chart.Spot spot) {
        Chart.Cell cell = heat.at(spot);
        Rectangle2D box = box(spot);
        double gap = look.hair() / 2;
        double span = heat.span();
        Color ground = Double.isNaN(cell.value())
                ? look.palette().noFinding()
                : look.palette().diverging(span == 0 ? 0 : (cell.value() - heat.zero()) / span);
        g.setPaint(ground);
        g.fill(new Rectangle2D.Double(
                box.getX() + gap, box.getY() + gap, box.getWidth() - 2 * gap, box.getHeight() - 2 * gap));
        g.setPaint(look.palette().grid());
        g.setStroke(new BasicStroke(look.hair()));
        g.draw(box);
        if (!Double.isNaN(cell.value())) {
            TextBlock.centre(
                    g, text(cell, box), look.plain(), Palette.inkOn(ground), box.getCenterX(), box.getCenterY());
        }
    }

    private String text(Chart.Cell cell, Rectangle2D box) {
        double change = cell.value() - heat.zero();
        String sign = !cell.certain() || change == 0 ? DOT : change > 0 ? "+" : "−";
        String number = number(cell.value());
        return fits(number, box) ? number : sign;
    }

    private boolean fits(String number, Rectangle2D box) {
        return TextBlock.width(number, look.plain()) < box.getWidth() - look.text() * 0.4;
    }

    private String number(double value) {
        return Quantity.fixed(value, Quantity.decimals(heat.span()));
    }

    private void mark(Graphics2D g, Rectangle2D box) {
        g.setPaint(look.palette().text());
        g.setStroke(new BasicStroke(look.line()));
        g.draw(box);
    }

    private void rowNames(Graphics2D g) {
        double x = cells.getX() - look.text() * 0.5;
        for (int row = 0; row < heat.rows().size(); row++) {
            double y = box(new Chart.Spot(row, 0)).getCenterY();
            TextBlock.right(
                    g, heat.rows().get(row), look.plain(), look.palette().muted(), x, y);
        }
    }

    /** As many as fit: every one, every second, every fifth; the last one always. */
    private void columnNames(Graphics2D g) {
        int count = heat.columns().size();
        double width = cells.getWidth() / count;
        double widest = TextBlock.width(heat.columns().getLast(), look.plain()) + look.text() * 0.5;
        int every = widest <= width ? 1 : widest <= 2 * width ? 2 : widest <= 5 * width ? 5 : 10;
        double y = cells.getMaxY() + look.text() * 0.9;
        for (int column = 0; column < count; column++) {
            boolean last = column == count - 1;
            boolean crowded = !last && column > count - 1 - every && column != count - 1;
            if (last || column % every == 0 && !crowded) {
                double x = box(new Chart.Spot(0, column)).getCenterX();
                TextBlock.centre(
                        g,
                        heat.columns().get(column),
                        look.plain(),
                        look.palette().muted(),
                        x,
                        y);
            }
        }
        String title = TextBlock.shortened(heat.x(), look.plain(), cells.getWidth());
        TextBlock.centre(g, title, look.plain(), look.palette().text(), cells.getCenterX(), y + look.text() * 1.4);
    }

    private void scale(Graphics2D g) {
        double size = look.text();
        double width = Math.min(cells.getWidth(), size * 26);
        double x = cells.getX();
        double y = cells.getMaxY() + size * 3.4;
        double step = width / SCALE_STEPS;
        for (int i = 0; i < SCALE_STEPS; i++) {
            g.setPaint(look.palette().diverging(2.0 * i / (SCALE_STEPS - 1) - 1));
            g.fill(new Rectangle2D.Double(x + i * step, y, step, size * 0.7));
        }
        g.setPaint(look.palette().axis());
        g.setStroke(new BasicStroke(look.hair()));
        g.draw(new Rectangle2D.Double(x, y, width, size * 0.7));
        double below = y + size * 1.5;
        Color muted = look.palette().muted();
        TextBlock.left(g, number(heat.zero() - heat.span()), look.plain(), muted, x, below);
        String middle = heat.zeroName() + " " + number(heat.zero());
        TextBlock.centre(g, middle, look.plain(), muted, x + width / 2, below);
        TextBlock.right(g, number(heat.zero() + heat.span()), look.plain(), muted, x + width, below);
        String key = "+ above, − below unsteered; " + DOT + " interval holds it";
        boolean signs = !fits(number(heat.zero() - heat.span()), box(new Chart.Spot(0, 0)));
        if (signs && x + width + size + TextBlock.width(key, look.plain()) < cells.getMaxX()) {
            TextBlock.right(g, key, look.plain(), muted, cells.getMaxX(), y + size * 0.4);
        }
    }
}
