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
 * @param activation of the MLP, transformers' word ({@code silu})
 * @param ropes rotary positions that blocks choose from; none where positions are learned
 * @param attention how each block looks back; one per layer
 * @param embeddingScale what embeddings are multiplied by before block 0
 * @param logitCap logits are bent to stay within ± this; 0 where they are not
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
        String activation,
        List<Rope> ropes,
        List<Attention> attention,
        double embeddingScale,
        double logitCap,
        boolean tied,
        List<Integer> stopIds) {
    public ModelConfig {
        ropes = List.copyOf(ropes);
        attention = List.copyOf(attention);
        stopIds = List.copyOf(stopIds);
    }

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
                activation,
                ropes,
                attention,
                embeddingScale,
                logitCap,
                tied,
                ids);
    }

    /**
     * How one block looks back.
     *
     * @param rope index into the ropes, or {@link #UNTURNED}
     * @param window most tokens that one sees, itself among them; 0 for all
     */
    public record Attention(int rope, int window) {
        /** Queries and keys are left as they are: no positions, or learned ones. */
        public static final int UNTURNED = -1;

        public static final int ALL = 0;
    }

    /**
     * Rotary positions: the base, how much of a head is turned, and how the turning is stretched beyond the length of
     * training.
     *
     * @param width how many of a head's numbers are turned, from the first
     */
    public record Rope(double theta, int width, Scaling scaling) {}

    /** How the rotary frequencies are changed for long contexts (transformers' modeling_rope_utils). */
    public sealed interface Scaling {}

    public record NoScaling() implements Scaling {}

    /** Every frequency divided by {@code factor}. */
    public record Linear(double factor) implements Scaling {}

    /** A larger base for texts that are longer than {@code length}: NTK-aware, by the length of each text. */
    public record Dynamic(double factor, int length) implements Scaling {}

    /** Llama 3.1's: low frequencies divided, high ones kept, a ramp between. */
    public record Llama3(double factor, double lowFreqFactor, double highFreqFactor, int originalContextLength)
            implements Scaling {}

    /**
     * YaRN (arXiv 2309.00071): frequencies that turn fewer than {@code betaSlow} times in the original length are
     * divided, those that turn more than {@code betaFast} times kept, a ramp between.
     *
     * @param attentionFactor multiplies cosines and sines
     * @param truncate whether the ends of the ramp are rounded to whole frequencies
     */
    public record Yarn(
            double factor,
            double betaFast,
            double betaSlow,
            int originalContextLength,
            double attentionFactor,
            boolean truncate)
            implements Scaling {}

    /**
     * Divisors per frequency, other ones for texts that are longer than the original length.
     *
     * @param attentionFactor multiplies cosines and sines, of short texts, too
     */
    public record LongRope(
            List<Float> shortFactors, List<Float> longFactors, int originalContextLength, double attentionFactor)
            implements Scaling {}

    /** Divisors of the frequencies as a GGUF file stores them ({@code rope_freqs.weight}); length width / 2. */
    public record Divisors(List<Float> values) implements Scaling {}
}
