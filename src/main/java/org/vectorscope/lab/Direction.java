package org.vectorscope.lab;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vectorscope.geometry.EigenBasis;
import org.vectorscope.vector.PairActivations;

/**
 * A vector about to be used at one layer.
 *
 * @param v [d_model]
 * @param residualNorm mean norm of the activations it was made of, where they are known
 * @param behind those activations, for arms drawn inside or outside their null space
 */
public record Direction(int layer, float[] v, OptionalDouble residualNorm, Optional<PairActivations> behind) {
    /** Share of the largest eigenvalue under which a direction counts as null for such arms. */
    private static final double NULL_THRESHOLD = 1e-3;

    /** [rank][d_model] directions in which the activations vary. */
    Optional<float[][]> range() {
        return behind.map(activations -> EigenBasis.of(activations.rows(layer)).range(NULL_THRESHOLD));
    }

    String sha256() {
        return Recipes.hash(v);
    }
}
