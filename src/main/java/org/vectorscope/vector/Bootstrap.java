package org.vectorscope.vector;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.vectorscope.geometry.Gaussians;
import org.vectorscope.geometry.Percentile;
import org.vectorscope.job.Monitor;

/**
 * Pairs drawn again with replacement: the same draws at every layer.
 *
 * <p>A mean of redrawn pairs is a matter of the Gram matrix G: with counts w, cos = wᵀG1 / (√(wᵀGw) √(1ᵀG1)), all draws
 * by one product G Wᵀ. Fits that must be solved anew take fewer draws.
 */
final class Bootstrap {
    static final int MEAN_DRAWS = 1000;
    static final int REFIT_DRAWS = 200;

    private final double[][] counts; // [draws][n]

    Bootstrap(int n, long seed) {
        counts = new double[MEAN_DRAWS][n];
        for (int draw = 0; draw < counts.length; draw++) {
            Gaussians random = new Gaussians(seed, draw);
            for (int i = 0; i < n; i++) {
                counts[draw][random.below(n)]++;
            }
        }
    }

    /** Cosine of the direction of redrawn pairs with {@code full}'s, over the draws in which there is one. */
    Interval stability(LayerPairs pairs, PairFit fit, double[] full, Monitor monitor) {
        double[] cosines = fit instanceof MeanFit ? ofMeans(pairs) : ofRefits(pairs, fit, full, monitor);
        double[] sorted =
                Arrays.stream(cosines).filter(Double::isFinite).sorted().toArray();
        if (pairs.n() < 2 || sorted.length == 0) {
            return Interval.NONE;
        }
        double mean = Arrays.stream(sorted).average().orElseThrow();
        return new Interval(mean, Percentile.of(sorted, 0.025), Percentile.of(sorted, 0.975));
    }

    private double[] ofMeans(LayerPairs pairs) {
        int n = pairs.n();
        INDArray w = Nd4j.create(counts); // [draws, n]
        INDArray g = Nd4j.createFromArray(pairs.gram().values()).reshape(n, n);
        INDArray wg = w.mmul(g); // [draws, n]
        double[] withFull = wg.sum(1).toDoubleVector(); // wᵀG1
        double[] squared = wg.muli(w).sum(1).toDoubleVector(); // wᵀGw
        double full = pairs.gram().norm(pairs.everyPair());
        double[] cosines = new double[counts.length];
        for (int draw = 0; draw < cosines.length; draw++) {
            cosines[draw] = withFull[draw] / (Math.sqrt(squared[draw]) * full);
        }
        return cosines;
    }

    private double[] ofRefits(LayerPairs pairs, PairFit fit, double[] full, Monitor monitor) {
        PairGram gram = pairs.gram();
        double[] towards = gram.towardsPositive(full, pairs.everyPair());
        double[] cosines = new double[REFIT_DRAWS];
        for (int draw = 0; draw < cosines.length; draw++) {
            monitor.check();
            double[] again = gram.towardsPositive(fit.again(gram, counts[draw], full), counts[draw]);
            cosines[draw] = gram.cosine(again, towards);
        }
        return cosines;
    }
}
