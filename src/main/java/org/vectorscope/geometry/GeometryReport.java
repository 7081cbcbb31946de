package org.vectorscope.geometry;

import org.jspecify.annotations.Nullable;

/**
 * What the {@code geometry} command prints; the components are the JSON's names.
 *
 * @param layer residual stream after this block, from 0
 * @param n activations
 * @param d width
 * @param source {@code pairs} or {@code corpus}
 * @param activationNorms [n]
 * @param pairDifferenceNorms [n / 2], empty for a corpus
 * @param vectorNorm ‖v‖; null without a vector
 * @param eigenvalues [min(n − 1, d)] of the covariance (n − 1), descending
 * @param totalVariance their sum
 * @param effectiveRank exp of the entropy of λ / Σλ
 * @param participationRatio (Σλ)² / Σλ²
 * @param vectorEnergy null without a vector
 */
public record GeometryReport(
        int layer,
        int n,
        int d,
        String source,
        double[] activationNorms,
        double[] pairDifferenceNorms,
        @Nullable Double vectorNorm,
        double[] eigenvalues,
        double totalVariance,
        double effectiveRank,
        double participationRatio,
        NullSpace nullSpace,
        @Nullable VectorEnergy vectorEnergy) {}
