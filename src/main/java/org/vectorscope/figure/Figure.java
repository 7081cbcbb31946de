package org.vectorscope.figure;

/**
 * A chart with all that must travel with it.
 *
 * @param name for file names: {@code spectrum-15}
 * @param title what the card above it says: {@code Covariance spectrum}
 * @param subtitle what the card says beside it: {@code layer 15 · n = 120}
 * @param caption sentences for under the figure, without "Figure 1."
 */
public record Figure(String name, String title, String subtitle, Chart chart, String caption, Recipe recipe) {
    public Figure with(Chart other) {
        return new Figure(name, title, subtitle, other, caption, recipe);
    }
}
