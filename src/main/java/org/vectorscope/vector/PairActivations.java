package org.vectorscope.vector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.job.Monitor;

/**
 * Residuals at the read token of both sides of every pair, at some layers.
 *
 * <p>Rows stand as the texts were read: positive and negative of the first pair, of the second, and so on.
 */
public final class PairActivations {
    private final SortedMap<Integer, List<float[]>> byLayer; // layer → [2n] of [d]

    /** @param byLayer layer → [2n] rows of one width; at least one layer and one pair */
    public PairActivations(SortedMap<Integer, List<float[]>> byLayer) {
        TreeMap<Integer, List<float[]>> copy = new TreeMap<>();
        byLayer.forEach((layer, rows) -> copy.put(layer, List.copyOf(rows)));
        this.byLayer = Collections.unmodifiableSortedMap(copy);
        int rows = copy.firstEntry().getValue().size();
        if (rows == 0 || rows % 2 != 0 || copy.values().stream().anyMatch(layer -> layer.size() != rows)) {
            throw new IllegalArgumentException("every layer needs both sides of the same pairs");
        }
    }

    /**
     * Reads all texts once, all layers from the same pass.
     *
     * @param texts [2n] token ids, positive and negative of each pair in turn
     * @param readPositions [2n] index of the read token in each text
     * @throws EngineFailure if a residual is not a number
     */
    public static PairActivations capture(
            LanguageModel model, List<int[]> texts, int[] readPositions, SortedSet<Integer> layers, Monitor monitor) {
        List<int[]> positions = new ArrayList<>();
        for (int position : readPositions) {
            positions.add(new int[] {position});
        }
        CaptureRequest request = new CaptureRequest(texts, layers, new CaptureRequest.Listed(positions), false);
        Rows rows = new Rows(texts.size(), layers);
        model.capture(request, rows, monitor);
        return new PairActivations(rows.done());
    }

    /** Number of pairs. */
    public int n() {
        return rows(byLayer.firstKey()).size() / 2;
    }

    /** Width of the residual stream. */
    public int d() {
        return rows(byLayer.firstKey()).getFirst().length;
    }

    public SortedSet<Integer> layers() {
        return Collections.unmodifiableSortedSet(new java.util.TreeSet<>(byLayer.keySet()));
    }

    /** [2n] rows of [d]: both sides of every pair. */
    public List<float[]> rows(int layer) {
        List<float[]> rows = byLayer.get(layer);
        if (rows == null) {
            throw new IllegalArgumentException("layer " + layer + " was not read");
        }
        return rows;
    }

    public float[] positive(int layer, int pair) {
        return rows(layer).get(2 * pair);
    }

    public float[] negative(int layer, int pair) {
        return rows(layer).get(2 * pair + 1);
    }

    /** [n · d] positive minus negative. */
    public double[] differences(int layer) {
        int d = d();
        double[] differences = new double[n() * d];
        for (int pair = 0; pair < n(); pair++) {
            float[] positive = positive(layer, pair);
            float[] negative = negative(layer, pair);
            for (int j = 0; j < d; j++) {
                differences[pair * d + j] = (double) positive[j] - negative[j];
            }
        }
        return differences;
    }

    /** Only these pairs, in this order. */
    public PairActivations only(List<Integer> pairs) {
        TreeMap<Integer, List<float[]>> kept = new TreeMap<>();
        for (int layer : byLayer.keySet()) {
            List<float[]> rows = new ArrayList<>();
            for (int pair : pairs) {
                rows.add(positive(layer, pair));
                rows.add(negative(layer, pair));
            }
            kept.put(layer, rows);
        }
        return new PairActivations(kept);
    }

    /** Sorts what comes in any order into rows. */
    private static final class Rows implements CaptureSink {
        private final SortedMap<Integer, float[][]> byLayer = new TreeMap<>();

        Rows(int texts, SortedSet<Integer> layers) {
            layers.forEach(layer -> byLayer.put(layer, new float[texts][]));
        }

        @Override
        public void residual(int text, int layer, int position, float[] values) {
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    throw new EngineFailure("The residual of text " + (text + 1) + " after block " + layer
                            + " is not finite; a wider number type may help.");
                }
            }
            Objects.requireNonNull(byLayer.get(layer))[text] = values;
        }

        SortedMap<Integer, List<float[]>> done() {
            TreeMap<Integer, List<float[]>> done = new TreeMap<>();
            byLayer.forEach((layer, rows) -> done.put(layer, List.of(rows)));
            return done;
        }
    }
}
