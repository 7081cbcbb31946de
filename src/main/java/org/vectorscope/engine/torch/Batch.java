package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Rows that are decoded together, prompts aligned at the right: slot s of the cache is the same step of every row, and
 * slots before a shorter prompt are masked.
 *
 * @param scope holds all of it
 * @param places place of each row in the wave it began with
 * @param lengths of the prompts
 * @param mask additive [b, 1, 1, slots], where prompts differ in length
 * @param steering per layer what is added to each row's generated tokens, [b, d_model]
 */
record Batch(
        NDManager scope,
        int[] places,
        int[] lengths,
        Cache cache,
        Optional<NDArray> mask,
        SortedMap<Integer, NDArray> steering)
        implements AutoCloseable {

    int size() {
        return places.length;
    }

    int longest() {
        return Arrays.stream(lengths).max().orElse(0);
    }

    /** Positions of the token of one step (0 is the first generated one). */
    int[] positions(int step) {
        return Arrays.stream(lengths).map(length -> length + step).toArray();
    }

    /** The mask of prompts of these lengths; empty where none is shorter than the others. */
    static Optional<NDArray> mask(NDManager scope, int[] lengths, int slots) {
        int longest = Arrays.stream(lengths).max().orElse(0);
        if (Arrays.stream(lengths).allMatch(length -> length == longest)) {
            return Optional.empty();
        }
        float[] mask = new float[lengths.length * slots];
        for (int i = 0; i < lengths.length; i++) {
            Arrays.fill(mask, i * slots, i * slots + longest - lengths[i], Float.NEGATIVE_INFINITY);
        }
        return Optional.of(Tensors.floats(scope, mask, lengths.length, 1, 1, slots));
    }

    /** The batch of some of its rows, in a scope of its own. This one is to be closed then. */
    Batch only(Network network, Program lab, int[] kept) {
        NDManager own = network.scope();
        try (NDArray rows = Tensors.longs(own, kept, kept.length)) {
            NDArray[] keys = new NDArray[cache.keys().length];
            NDArray[] values = new NDArray[keys.length];
            for (int layer = 0; layer < keys.length; layer++) {
                keys[layer] = lab.call(own, "take", cache.keys()[layer], rows);
                values[layer] = lab.call(own, "take", cache.values()[layer], rows);
                cache.keys()[layer].close();
                cache.values()[layer].close();
            }
            SortedMap<Integer, NDArray> pushed = new TreeMap<>();
            steering.forEach((layer, all) -> pushed.put(layer, lab.call(own, "take", all, rows)));
            return new Batch(
                    own,
                    IntStream.of(kept).map(i -> places[i]).toArray(),
                    IntStream.of(kept).map(i -> lengths[i]).toArray(),
                    new Cache(keys, values),
                    mask.map(all -> lab.call(own, "take", all, rows)),
                    pushed);
        }
    }

    /** Indices of the rows whose drafts are not done. */
    int[] open(List<Draft> drafts) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < places.length; i++) {
            if (!drafts.get(places[i]).done()) {
                open.add(i);
            }
        }
        return open.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public void close() {
        scope.close();
    }
}
