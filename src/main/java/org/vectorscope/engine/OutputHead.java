package org.vectorscope.engine;

import java.nio.FloatBuffer;
import java.util.List;
import org.vectorscope.job.Monitor;

/**
 * The last steps of a model: the final norm, then one matrix, then whatever the family does to each logit by itself.
 * Calls block and may come from any thread, as those of {@link LanguageModel} do, and throw the same.
 */
public interface OutputHead {
    /** Takes logits row by row, in order. Called from the engine's thread. */
    @FunctionalInterface
    interface Sink {
        /** @param logits [vocabulary], before softmax; to be read before the call returns */
        void row(int index, FloatBuffer logits);
    }

    /** How long a change of the logits counts as. */
    enum Measure {
        /** ‖Δ‖², of the logits themselves. */
        LOGITS,
        /** Δᵀ (diag p − p pᵀ) Δ: to second order twice the divergence, in nats, of the next token's distribution. */
        FISHER
    }

    /** What the model would say if these residuals stood after its last block. @param residuals each [d_model] */
    void decode(List<float[]> residuals, Sink sink, Monitor monitor);

    /** @param residuals each [d_model], after the last block @return as many, each [d_model], after the final norm */
    List<float[]> normed(List<float[]> residuals);

    /**
     * What changes behind the final norm do to the logits, to first order. All that follows the norm is linear but for
     * a bend of each logit, so the changes themselves go through the matrix: no difference of logits is formed.
     *
     * @param at [d_model], normed, where the logits' bend is taken; of no effect where {@link #isLinear()}
     * @param changes each [d_model]
     */
    void effects(float[] at, List<float[]> changes, Sink sink, Monitor monitor);

    /**
     * The squared length of such effects as a form on changes c: cᵀ G c, with G = Wᵀ M W and M the measure at {@code
     * at}. Products are float32 within a few thousand rows of W and are summed in float64: about 10⁻⁷ of the largest
     * eigenvalue is rounding.
     *
     * @return [d_model · d_model], symmetric
     */
    double[] form(float[] at, Measure measure, Monitor monitor);

    /** Whether logits are a matrix times the normed residual and nothing else: effects are the same everywhere then. */
    boolean isLinear();
}
