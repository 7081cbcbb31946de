package org.vectorscope.engine;

import java.util.List;
import java.util.OptionalDouble;

/**
 * @param rows in the request's order
 * @param seconds from the call to the last token
 */
public record GenerationResult(List<Row> rows, double seconds) {
    /**
     * @param ids generated tokens, the stop token not among them
     * @param stopped whether a stop token ended it (else the limit did)
     * @param klToNone mean over its tokens of KL(this row's model ‖ unsteered model), nats, given the same prefix
     * @param nll mean negative log-likelihood of its tokens under the unsteered model, nats a token
     * @param probes cosine per token; empty without a probe
     */
    public record Row(int[] ids, boolean stopped, OptionalDouble klToNone, OptionalDouble nll, double[] probes) {}
}
