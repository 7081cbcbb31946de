package org.vectorscope.geometry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code geometry --jacobian} prints under {@code jacobian}; the components are the JSON's names.
 *
 * @param layer where the residual stream is changed, at the last token
 * @param prompts how many
 * @param d width
 * @param vocabulary height of the Jacobian
 * @param step ε of the central differences, as a share of ‖h‖
 * @param tokens length of each prompt
 * @param logits changes of the logits, as they are
 * @param fisher changes of the next token's distribution, weighed by diag(p) − p pᵀ
 */
public record JacobianReport(
        int layer, int prompts, int d, int vocabulary, double step, List<Integer> tokens, Part logits, Part fisher) {
    public static final String RULE = "singular value < threshold × largest";

    /**
     * @param singularValues [prompts][d], descending
     * @param effectiveRank exp of the entropy of σ² / Σσ²
     * @param nullSpaces at several thresholds
     * @param vectorGain how many times a random direction's effect (root mean square) the vector has at equal length;
     *     null without a vector
     */
    public record Part(
            List<double[]> singularValues,
            OverPrompts effectiveRank,
            List<NullSpace> nullSpaces,
            @Nullable OverPrompts vectorGain) {}

    /**
     * @param threshold share of the largest singular value below which a direction counts as null
     * @param rule in words
     * @param dimensions [prompts] how many of the d directions
     * @param fraction dimension / d, also what a random direction's energy there is expected to be
     * @param isotropicFraction the same for a Gaussian matrix of the same shape
     * @param vectorEnergy share of ‖v‖² in the null space; null without a vector
     */
    public record NullSpace(
            double threshold,
            String rule,
            int[] dimensions,
            OverPrompts fraction,
            double isotropicFraction,
            @Nullable OverPrompts vectorEnergy) {}
}
