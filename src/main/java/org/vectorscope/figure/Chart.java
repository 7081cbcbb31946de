package org.vectorscope.figure;

import java.util.List;

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
