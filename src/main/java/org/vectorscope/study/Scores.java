package org.vectorscope.study;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Scores of the texts of one arm.
 *
 * @param values [n]
 * @param clusters [n] what each text shares with others: its prompt. Texts of one prompt are not independent, and texts
 *     of two arms under the same number answer the same prompt.
 */
public record Scores(double[] values, int[] clusters) {
    public Scores {
        if (values.length != clusters.length) {
            throw new IllegalArgumentException(values.length + " scores and " + clusters.length + " prompts");
        }
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a score is not a number");
        }
    }

    /** Every text by itself; {@code first} keeps the arms' numbers apart. */
    public static Scores independent(double[] values, int first) {
        return new Scores(values, IntStream.range(first, first + values.length).toArray());
    }

    public int n() {
        return values.length;
    }

    /** Of the texts of one cluster; NaN where it has none. */
    double meanOf(int cluster) {
        return IntStream.range(0, values.length)
                .filter(i -> clusters[i] == cluster)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(Double.NaN);
    }

    public double mean() {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
