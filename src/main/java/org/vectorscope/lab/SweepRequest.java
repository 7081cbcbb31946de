package org.vectorscope.lab;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vectorscope.study.SweepSpec;
import org.vectorscope.vector.SteeringVectors;

/**
 * What a person asks of a sweep.
 *
 * @param vector how the vectors are made of the items that are not swept; its set is the A/B set
 * @param given vectors to use in their place; then all items may be swept
 * @param layers layers to steer; empty for all that have a vector
 * @param strengths multiples of the vector
 * @param items most items to sweep; empty for all there are
 */
public record SweepRequest(
        VectorSpec vector, Optional<Given> given, SortedSet<Integer> layers, double[] strengths, OptionalInt items) {
    /** @param name the file's */
    public record Given(String name, SteeringVectors vectors) {}

    /** All layers, the usual strengths, vectors from one half of the items, the other half swept. */
    public static SweepRequest of(VectorSpec vector, OptionalInt items) {
        return new SweepRequest(vector, Optional.empty(), new TreeSet<>(), SweepSpec.STRENGTHS, items);
    }

    /** All layers that these vectors have, the usual strengths; all items may be swept. */
    public static SweepRequest with(Given given, VectorSpec texts, OptionalInt items) {
        return new SweepRequest(texts, Optional.of(given), new TreeSet<>(), SweepSpec.STRENGTHS, items);
    }

    /** Whether it asks for the same cells, however many items it takes. */
    public boolean isOfSame(SweepRequest other) {
        return vector.equals(other.vector)
                && given.map(Given::vectors).equals(other.given.map(Given::vectors))
                && layers.equals(other.layers)
                && Arrays.equals(strengths, other.strengths);
    }
}
