package org.vectorscope.engine;

import java.util.List;
import java.util.Optional;

/**
 * Rows that are generated together: every step reads the weights once for all of them.
 *
 * @param prompts each [t], token ids; prefilled once for all rows that share it unsteered
 * @param rows one per text to generate
 * @param probe what to measure at each generated token, if anything
 * @param compare whether to measure each row against the unsteered model, given the same tokens (KL, nll)
 */
public record GenerationRequest(
        List<int[]> prompts, List<Row> rows, Sampling sampling, Optional<Probe> probe, boolean compare) {

    /**
     * @param prompt index into the prompts
     * @param sample keys the random numbers together with the seed
     */
    public record Row(int prompt, int sample, Steering steering) {}

    /** Cosine of {@code resid_post.layer} with {@code direction} [d_model], before steering is added there. */
    public record Probe(int layer, float[] direction) {}
}
