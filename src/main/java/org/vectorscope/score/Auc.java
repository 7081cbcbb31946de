package org.vectorscope.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The chance that a positive text scores higher than a negative one, ties half.
 *
 * @param low lower end of the 95 % interval by Newcombe's score method (Statistics in Medicine 25, 2006, method 5), which stays
 *     honest near 1, where resampling would claim certainty
 * @param high upper end of it
 * @param n texts on each side that the interval counts
 */
public record Auc(double value, double low, double high, int n) {
    private static final double Z = 1.959963984540054;
    private static final int BISECTIONS = 60;

    /**
     * @param scores [n], of positive and negative texts
     * @param positive [n]
     * @param independent how many texts of each side count as independent
     */
    static Auc of(double[] scores, boolean[] positive, int independent) {
        double value = value(scores, positive);
        return new Auc(value, bound(value, 0, independent), bound(value, 1, independent), independent);
    }

    static double value(double[] scores, boolean[] positive) {
        double[] ranks = ranks(scores);
        double sum = 0;
        long p = 0;
        for (int i = 0; i < scores.length; i++) {
            if (positive[i]) {
                sum += ranks[i];
                p++;
            }
        }
        long pairs = p * (scores.length - p);
        return pairs == 0 ? 0.5 : (sum - p * (p + 1) / 2.0) / pairs;
    }

    /** From 1; equal scores share the mean of their ranks. */
    private static double[] ranks(double[] scores) {
        Integer[] order = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> scores[i]));
        double[] ranks = new double[scores.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from + 1;
            while (to < order.length && scores[order[to]] == scores[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
        }
        return ranks;
    }

    /** The θ between the estimate and {@code end} that lies Z of its own standard errors away from the estimate. */
    private static double bound(double estimate, double end, int n) {
        double near = estimate;
        double far = end;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (near + far) / 2;
            if (Math.abs(estimate - middle) < Z * standardError(middle, n)) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return (near + far) / 2;
    }

    /** Hanley and McNeil's, with the mean sample size less one in its two small terms. */
    private static double standardError(double theta, int n) {
        double more = n - 1;
        double variance = theta * (1 - theta) * (1 + more * (1 - theta) / (2 - theta) + more * theta / (1 + theta));
        return Math.sqrt(variance) / n;
    }
}
