package org.vectorscope.vector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vectorscope.geometry.Rows;
import org.vectorscope.job.Monitor;

/**
 * Vectors of all layers that were read, by one method, with their reports.
 *
 * @param method how
 * @param vectors layer → [d]
 * @param layers one report per layer, ascending
 * @param agreement per layer, in the same order: the mean cosine with its 95 % interval
 */
public record Extraction(
        ExtractionMethod method,
        SortedMap<Integer, float[]> vectors,
        List<LayerReport> layers,
        List<Interval> agreement) {
    /** The vectors alone, with no report: as much work as the pairs have numbers. */
    public static SortedMap<Integer, float[]> vectors(
            PairActivations activations, ExtractionMethod method, Monitor monitor) {
        SortedMap<Integer, float[]> vectors = new TreeMap<>();
        for (int layer : activations.layers()) {
            monitor.check();
            LayerPairs pairs = LayerPairs.of(activations, layer);
            vectors.put(layer, vector(pairs, method, method.fit().coefficients(pairs.gram(), pairs.everyPair())));
        }
        return vectors;
    }

    /** @param seed of the redraws that stability is taken over */
    public static Extraction of(PairActivations activations, ExtractionMethod method, long seed, Monitor monitor) {
        Bootstrap bootstrap = new Bootstrap(activations.n(), seed);
        PairFit fit = method.fit();
        SortedMap<Integer, float[]> vectors = new TreeMap<>();
        List<LayerReport> reports = new ArrayList<>();
        List<Interval> agreement = new ArrayList<>();
        int all = activations.layers().size();
        for (int layer : activations.layers()) {
            monitor.check();
            monitor.progress("Weighing the pairs at " + all + " layers", reports.size(), all);
            LayerPairs pairs = LayerPairs.of(activations, layer);
            double[] c = fit.coefficients(pairs.gram(), pairs.everyPair());
            float[] vector = vector(pairs, method, c);
            Interval cosine = Agreement.of(pairs.gram()).interval();
            HeldOut held = HeldOut.of(pairs, fit, c);
            Interval stability = bootstrap.stability(pairs, fit, c, monitor);
            vectors.put(layer, vector);
            agreement.add(cosine);
            reports.add(new LayerReport(
                    layer,
                    Rows.norm(vector),
                    pairs.residualNorm(),
                    cosine.mean(),
                    held.dPrime(),
                    held.auc(),
                    stability));
        }
        return new Extraction(method, vectors, List.copyOf(reports), List.copyOf(agreement));
    }

    /**
     * Vectors that were not made of these pairs: their lengths beside the activations', and NaN for what only pairs of
     * their own could tell.
     *
     * @param given layer → [d], layers that were read
     */
    public static Extraction given(
            SortedMap<Integer, float[]> given, ExtractionMethod method, PairActivations activations, Monitor monitor) {
        List<LayerReport> reports = new ArrayList<>();
        given.forEach((layer, v) -> {
            monitor.check();
            double residual = activations.rows(layer).stream()
                    .mapToDouble(Rows::norm)
                    .average()
                    .orElse(Double.NaN);
            reports.add(
                    new LayerReport(layer, Rows.norm(v), residual, Double.NaN, Double.NaN, Double.NaN, Interval.NONE));
        });
        return new Extraction(method, given, List.copyOf(reports), Collections.nCopies(reports.size(), Interval.NONE));
    }

    /** The vector at a layer that was read, [d]. */
    public float[] at(int layer) {
        return Objects.requireNonNull(vectors.get(layer), () -> "layer " + layer + " was not read");
    }

    /** Each pair at a layer: how long its difference is and how well it agrees with the others. */
    public static List<PairReport> pairs(PairActivations activations, int layer) {
        PairGram gram = LayerPairs.of(activations, layer).gram();
        return Agreement.of(gram).pairs(gram);
    }

    /** Layer and strength to start with. */
    public Recommendation recommendation(int blocks) {
        return Recommendation.of(layers, agreement, blocks);
    }

    private static float[] vector(LayerPairs pairs, ExtractionMethod method, double[] c) {
        double[] weights = method.isUnit() ? pairs.gram().towardsPositive(c, pairs.everyPair()) : c;
        return Rows.floats(pairs.direction(weights));
    }
}
