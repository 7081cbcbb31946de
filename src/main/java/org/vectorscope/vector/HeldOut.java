package org.vectorscope.vector;

import java.util.Arrays;
import org.vectorscope.geometry.Rows;

/**
 * Projections of both sides of every pair onto the unit direction of a fit that has not seen the pair.
 *
 * @param positive [n]
 * @param negative [n]
 */
record HeldOut(double[] positive, double[] negative) {
    /** A mean leaves each pair out; a fit that must be solved anew leaves out at most this many groups of pairs. */
    static final int MOST_FITS = 128;

    /** @param full c of all pairs */
    static HeldOut of(LayerPairs pairs, PairFit fit, double[] full) {
        int n = pairs.n();
        HeldOut held = new HeldOut(new double[n], new double[n]);
        int folds = fit instanceof MeanFit ? n : Math.min(n, MOST_FITS);
        double[] sum = fit instanceof MeanFit ? pairs.direction(pairs.everyPair()) : new double[0];
        for (int fold = 0; fold < folds; fold++) {
            double[] direction = fit instanceof MeanFit
                    ? withoutPair(pairs, sum, fold)
                    : pairs.direction(withoutFold(pairs, fit, full, fold, folds));
            double length = Math.sqrt(Rows.dot(direction, direction));
            for (int pair = fold; pair < n; pair += folds) {
                held.positive[pair] = Rows.dot(direction, pairs.positive()[pair]) / length;
                held.negative[pair] = Rows.dot(direction, pairs.negative()[pair]) / length;
            }
        }
        return held;
    }

    private static double[] withoutPair(LayerPairs pairs, double[] sum, int pair) {
        double[] others = sum.clone();
        for (int j = 0; j < others.length; j++) {
            others[j] -= pairs.differences()[pair * others.length + j];
        }
        return others;
    }

    private static double[] withoutFold(LayerPairs pairs, PairFit fit, double[] full, int fold, int folds) {
        double[] weights = pairs.everyPair();
        for (int pair = fold; pair < weights.length; pair += folds) {
            weights[pair] = 0;
        }
        return pairs.gram().towardsPositive(fit.again(pairs.gram(), weights, full), weights);
    }

    double dPrime() {
        double pooled = (variance(positive) + variance(negative)) / 2;
        double d = (mean(positive) - mean(negative)) / Math.sqrt(pooled);
        return Double.isFinite(d) ? d : Double.NaN;
    }

    /** Mann and Whitney's U over n². */
    double auc() {
        double[] below = negative.clone();
        Arrays.sort(below);
        double wins = 0;
        for (double value : positive) {
            wins += (rank(below, value, false) + rank(below, value, true)) / 2.0;
        }
        return Double.isNaN(wins + mean(negative)) ? Double.NaN : wins / ((double) positive.length * below.length);
    }

    /** How many of {@code sorted} are less than {@code value}, or at most it. */
    private static int rank(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || orEqual && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
    }
}
