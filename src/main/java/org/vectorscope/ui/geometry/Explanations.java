package org.vectorscope.ui.geometry;

import org.vectorscope.geometry.ActivationGeometry;
import org.vectorscope.geometry.Spectrum;
import org.vectorscope.ui.common.Explanation;

/** What the charts show. */
final class Explanations {
    private static final String PAPER = "Venkatesh and Kurapath 2026, arXiv 2602.06801";

    private Explanations() {}

    static Explanation norms() {
        return Explanation.of(
                        "Activation norms",
                        "How long the activations are at this layer, and beside them the vector. A push of 0.2 to 0.3 of"
                                + " their length steers the starter model; twice that breaks its texts up.",
                        "Norms grow with depth, so the same multiple of v is not the same push at another layer.")
                .formula("‖h‖ = √Σ hⱼ²");
    }

    static Explanation differences() {
        return Explanation.of(
                        "Pair differences",
                        "How far apart the two sides of each pair lie. Pairs that agree with each other leave a mean, v,"
                                + " that is not much shorter than they are.",
                        "A pair far out weighs more than the others: click its bar to see it, or to leave it out.")
                .formula("Δᵢ = hᵢ⁺ − hᵢ⁻", "v = meanᵢ Δᵢ");
    }

    static Explanation spectrum(ActivationGeometry geometry) {
        Spectrum spectrum = geometry.basis().spectrum();
        return Explanation.of(
                        "Covariance spectrum",
                        "Each point is the variance of the activations along one of their own principal directions."
                                + " Directions under the orange line count as the null space at this threshold.",
                        "The grey area is no finding: n activations never span more than n − 1 directions. Low variance"
                                + " also does not mean low effect on the output; the Jacobian measures that.")
                .formula("C = Σ (h − h̄)(h − h̄)ᵀ / (n − 1)", "floor = max(0, d − (n − 1)) = " + spectrum.rankFloor())
                .source(PAPER);
    }

    static Explanation jacobian() {
        return Explanation.of(
                        "The Jacobian",
                        "How strongly the next token answers to a small change of the residual stream at this layer, along"
                                + " each of the Jacobian’s own directions, at the last token of several texts. A change below"
                                + " the orange line hardly has an effect; under the covariance it only hardly varies.",
                        "Logits count as they are, or by how far the next token’s distribution moves (Fisher): a shift of"
                                + " all logits together is the largest change of the former and none of the latter.")
                .formula("J = ∂ logits / ∂ h", "F = Jᵀ (diag p − p pᵀ) J")
                .source(PAPER);
    }

    static Explanation energy() {
        return Explanation.of(
                        "Where v lies in it",
                        "The share of the vector’s squared length in the first k principal directions of the activations."
                                + " A random direction spreads evenly and follows the dashed line.",
                        "A vector that rises early lies where activations vary anyway. One made of the same texts cannot"
                                + " leave their span, so its curve ends at 1 by construction.")
                .formula("Eₖ = Σᵢ≤ₖ (uᵢ·v)² / ‖v‖²")
                .source(PAPER);
    }
}
