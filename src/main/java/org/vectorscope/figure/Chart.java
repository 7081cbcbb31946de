package org.vectorscope.figure;

import java.util.List;
import java.util.Optional;

/** What a figure shows, as data: nothing here knows how it is drawn. */
public sealed interface Chart {
    /** Axes and what is drawn between them. */
    record Panel(Axis x, Axis y, List<Layer> layers) implements Chart {}

    /**
     * Panels one above the other on one x axis.
     *
     * @param weights share of the height, one per panel
     */
    record Stack(List<Panel> panels, List<Integer> weights) implements Chart {}

    /**
     * Effects with their intervals, one row each.
     *
     * @param floor half width of the area in which an effect cannot be told from none; 0 for none
     * @param reference name of the row that all others are compared with; it comes first and has no effect
     */
    record Forest(Axis x, double floor, String reference, List<Effect> rows) implements Chart {}

    /** Whether a mark is filled. */
    enum Fill {
        SOLID,
        HOLLOW
    }

    /**
     * @param group rows of one group stand together, a thin line between groups
     * @param low lower end of the interval
     * @param high upper end of the interval
     * @param n samples of the arm
     */
    record Effect(
            String arm, String group, Ink ink, Mark mark, Fill fill, double effect, double low, double high, int n) {}

    /**
     * Values in [−1, 1] in the diverging colours.
     *
     * @param values [rows, columns]
     */
    record Matrix(List<String> rows, List<String> columns, double[][] values) implements Chart {}

    /**
     * Values over two quantities, in the diverging colours around one value.
     *
     * @param x what the columns are
     * @param y what the rows are
     * @param cells [rows][columns], the first row on top
     * @param zero the value without colour
     * @param zeroName what that value is
     * @param unit what the values are
     * @param marked the cell that is picked out; empty for none
     */
    record Heat(
            String x,
            String y,
            List<String> columns,
            List<String> rows,
            List<List<Cell>> cells,
            double zero,
            String zeroName,
            String unit,
            Optional<Spot> marked)
            implements Chart {
        /** The largest distance from zero. */
        public double span() {
            return cells.stream()
                    .flatMap(List::stream)
                    .mapToDouble(c -> Math.abs(c.value() - zero))
                    .filter(Double::isFinite)
                    .max()
                    .orElse(0);
        }

        public Cell at(Spot spot) {
            return cells.get(spot.row()).get(spot.column());
        }
    }

    record Spot(int row, int column) {}

    /**
     * @param value NaN where there is none
     * @param certain whether it is known on which side of zero it lies
     * @param low lower end of its interval, NaN where there is none
     * @param high upper end
     * @param n what it is the mean of
     * @param note the cell in words
     */
    record Cell(double value, boolean certain, double low, double high, int n, String note) {}

    /**
     * Texts side by side.
     *
     * @param tint value at which a token has the full colour
     * @param tintName what the tint means
     */
    record Columns(List<Column> columns, double tint, String tintName) implements Chart {}

    record Column(String title, String subtitle, Ink ink, Mark mark, List<Passage> passages, List<Measure> measures) {}

    record Passage(String name, List<Token> tokens) {}

    /**
     * @param text as in the passage, with its leading space
     * @param value what tints it; NaN for none
     * @param differs not in the column it is compared with
     */
    record Token(String text, double value, boolean differs) {}

    record Measure(String name, String value) {}
}
