package org.vectorscope.study;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vectorscope.file.BadInput;

/**
 * Which cells of the layer × strength map are wanted.
 *
 * @param items at least one
 * @param vectors layer → [d_model]; each layer is steered by its own, one at a time
 * @param strengths multiples of the vector, ascending, at least two
 */
public record SweepSpec(List<SweepItem> items, SortedMap<Integer, float[]> vectors, double[] strengths) {
    /** Those of Tan et al. (2024). */
    public static final double[] STRENGTHS = {-1.5, -1, -0.5, 0, 0.5, 1, 1.5};

    private static final double LARGEST = 1e4;

    public SweepSpec {
        items = List.copyOf(items);
        vectors = Collections.unmodifiableSortedMap(new TreeMap<>(vectors));
        strengths = checked(strengths);
    }

    /**
     * In order, each once.
     *
     * @throws BadInput if there are fewer than two, or one is no number to multiply a vector with
     */
    public static double[] checked(double[] strengths) {
        double[] sorted = Arrays.stream(strengths).map(s -> s + 0.0).distinct().sorted().toArray(); // no −0
        if (sorted.length < 2) {
            throw new BadInput("--strengths", "a slope needs at least two different strengths");
        }
        if (!(Math.max(Math.abs(sorted[0]), Math.abs(sorted[sorted.length - 1])) <= LARGEST)) {
            throw new BadInput("--strengths", "must lie between −10000 and 10000");
        }
        return sorted;
    }

    /** Index of strength 0; negative where it is not among them. */
    int zero() {
        return Arrays.binarySearch(strengths, 0);
    }
}
