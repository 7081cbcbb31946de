package org.vectorscope.geometry;

import java.util.Arrays;

/**
 * Eigenvalues of a covariance.
 *
 * @param n rows it was taken over
 * @param d their width
 * @param eigenvalues [min(n − 1, d)], descending; rounding below zero is cut to zero
 */
public record Spectrum(int n, int d, double[] eigenvalues) {
    /** The trace: mean squared distance from the mean, n − 1 in the denominator. */
    public double totalVariance() {
        return Arrays.stream(eigenvalues).sum();
    }

    /** exp of the Shannon entropy of λ / Σλ (Roy and Vetterli 2007); d when all are equal, 1 when one is all. */
    public double effectiveRank() {
        double total = totalVariance();
        double entropy = 0;
        for (double value : eigenvalues) {
            double share = value / total;
            entropy -= share > 0 ? share * Math.log(share) : 0;
        }
        return total > 0 ? Math.exp(entropy) : 0;
    }

    /** (Σλ)² / Σλ²; at most the effective rank, for it weighs the large ones more. */
    public double participationRatio() {
        double total = totalVariance();
        double squares = Arrays.stream(eigenvalues).map(value -> value * value).sum();
        return squares > 0 ? total * total / squares : 0;
    }

    /** How many eigenvalues are at least {@code threshold} × the largest: the rest of the d dimensions are null. */
    public int rank(double threshold) {
        double least = threshold * eigenvalues[0];
        return (int) Arrays.stream(eigenvalues)
                .filter(value -> value >= least && value > 0)
                .count();
    }

    /** Directions that n rows cannot have filled, whatever the rows: max(0, d − (n − 1)). */
    public int rankFloor() {
        return Math.max(0, d - (n - 1));
    }

    /** The null space this spectrum shows at a threshold, beside what isotropic noise of the same n and d would show. */
    public NullSpace nullSpace(double threshold, RandomNull random) {
        int dimension = d - rank(threshold);
        return new NullSpace(
                threshold, NullSpace.RULE, dimension, (double) dimension / d, rankFloor(), random.dimension(threshold));
    }

    /** The first {@code count} of {@code descending}, none below zero. */
    static double[] clipped(double[] descending, int count) {
        double[] kept = Arrays.copyOf(descending, count);
        for (int i = 0; i < count; i++) {
            kept[i] = Math.max(0, kept[i]);
        }
        return kept;
    }
}
