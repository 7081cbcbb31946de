package org.vectorscope.checkpoint;

import java.util.List;

/**
 * What a checkpoint says of its model, in one spelling for all families and file formats.
 *
 * @param family transformers' {@code model_type}, for instance {@code llama}
 * @param layers number of blocks (n_layers)
 * @param dModel width of the residual stream
 * @param heads query heads
 * @param kvHeads key-value heads; divides {@code heads}
 * @param headDim width of one head; not always dModel / heads
 * @param ffn width inside the MLP
 * @param vocabulary rows of the embedding
 * @param contextLength longest input the model was made for, in tokens
 * @param normEps epsilon of the norms
 * @param rope rotary positions
 * @param activation of the MLP's gate, transformers' word ({@code silu})
 * @param attentionBias biases on q, k, v and o
 * @param mlpBias biases on gate, up and down
 * @param tied the output head is the embedding
 * @param stopIds ids that end a generation
 */
public record ModelConfig(
        String family,
        int layers,
        int dModel,
        int heads,
        int kvHeads,
        int headDim,
        int ffn,
        int vocabulary,
        int contextLength,
        double normEps,
        Rope rope,
        String activation,
        boolean attentionBias,
        boolean mlpBias,
        boolean tied,
        List<Integer> stopIds) {

    /** The same with other ids that end a generation. */
    public ModelConfig withStopIds(List<Integer> ids) {
        return new ModelConfig(
                family,
                layers,
                dModel,
                heads,
                kvHeads,
                headDim,
                ffn,
                vocabulary,
                contextLength,
                normEps,
                rope,
                activation,
                attentionBias,
                mlpBias,
                tied,
                List.copyOf(ids));
    }

    /** Rotary positions: the base and how it is stretched beyond the length of training. */
    public record Rope(double theta, Scaling scaling) {}

    /** How the rotary frequencies are changed for long contexts (transformers' modeling_rope_utils). */
    public sealed interface Scaling {}

    public record NoScaling() implements Scaling {}

    /** Every frequency divided by {@code factor}. */
    public record Linear(double factor) implements Scaling {}

    /** Llama 3.1's: low frequencies divided, high ones kept, a ramp between. */
    public record Llama3(double factor, double lowFreqFactor, double highFreqFactor, int originalContextLength)
            implements Scaling {}

    /** Divisors of the frequencies as a GGUF file stores them ({@code rope_freqs.weight}); length headDim / 2. */
    public record Divisors(List<Float> values) implements Scaling {}
}
