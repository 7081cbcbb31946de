package org.vectorscope.contrast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A contrast set as the model gets it.
 *
 * @param pairs in the set's order
 * @param templated whether a chat template is around them
 * @param readToken where the residual is read, counted from the end: −1 is the last token
 */
public record Rendered(List<Pair> pairs, boolean templated, int readToken) {
    public Rendered {
        pairs = List.copyOf(pairs);
    }

    public record Pair(RenderedText positive, RenderedText negative) {}

    /** Token ids of all texts: positive and negative of the first pair, of the second, and so on; [2n]. */
    public List<int[]> texts() {
        List<int[]> texts = new ArrayList<>(2 * pairs.size());
        for (Pair pair : pairs) {
            texts.add(pair.positive().ids());
            texts.add(pair.negative().ids());
        }
        return texts;
    }

    /** Absolute index of the read token of each text, in the order of {@link #texts}; [2n]. */
    public int[] readPositions() {
        return pairs.stream()
                .flatMapToInt(
                        p -> IntStream.of(p.positive().read(), p.negative().read()))
                .toArray();
    }

    public long tokenCount() {
        return pairs.stream()
                .mapToLong(p -> p.positive().length() + p.negative().length())
                .sum();
    }
}
