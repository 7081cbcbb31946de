package org.vectorscope.vector;

/**
 * What is known of a vector at one layer before anything is generated. NaN where one pair is too few.
 *
 * @param layer residual stream after this block, from 0
 * @param norm ‖v‖
 * @param residualNorm mean norm of the activations at the read tokens, both sides
 * @param meanCosine mean cosine of each pair difference with the mean of the other differences
 * @param dPrime (μ⁺ − μ⁻) / √((s⁺² + s⁻²)/2) of held-out projections
 * @param auc chance that a held-out positive projection is above a negative one, ties half
 * @param stability cosine of v with the vectors of redrawn pairs: mean, 2.5th and 97.5th percentile
 */
public record LayerReport(
        int layer, double norm, double residualNorm, double meanCosine, double dPrime, double auc, Interval stability) {
    /** ‖v‖ as a share of the residual's length. */
    public double normRatio() {
        return norm / residualNorm;
    }
}
