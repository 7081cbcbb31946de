package org.vectorscope.study;

import java.util.Optional;
import org.vectorscope.file.BadInput;
import org.vectorscope.geometry.Perturbations;
import org.vectorscope.geometry.Rows;
import org.vectorscope.study.ArmList.Named;

/**
 * The vector of each arm, before strength. Draws depend on (seed, draw) alone, so that {@code orthogonal.1} and {@code
 * perp.1} share their perturbation.
 */
final class ArmVectors {
    private final float[] v;
    private final Perturbations perturbations;
    private final Optional<float[][]> range;

    /**
     * @param v [d_model]
     * @param range [rank][d_model] directions in which the activations vary; for the arms {@code null} and {@code
     *     range} alone
     */
    ArmVectors(float[] v, long seed, Optional<float[][]> range) {
        this.v = v;
        this.perturbations = new Perturbations(seed);
        this.range = range;
    }

    /** [d_model]; zeros for the arm none. */
    float[] of(Named arm) {
        return switch (arm.kind()) {
            case NONE -> new float[v.length];
            case V -> v.clone();
            case MINUS_V -> Rows.scaled(v, -1);
            case SQRT2_V -> Rows.scaled(v, Math.sqrt(2));
            case PERP -> perturbations.orthogonal(v, arm.draw());
            case ORTHOGONAL -> Rows.sum(v, perturbations.orthogonal(v, arm.draw()));
            case NULL -> Rows.sum(v, perturbations.inNullSpace(v, range(arm), arm.draw()));
            case RANGE -> Rows.sum(v, perturbations.inRange(v, range(arm), arm.draw()));
            case RANDOM -> perturbations.random(v, arm.draw());
        };
    }

    private float[][] range(Named arm) {
        return range.orElseThrow(() ->
                new BadInput("--arms", "'" + arm.name() + "' needs the activations behind the vector: give --pairs"));
    }
}
