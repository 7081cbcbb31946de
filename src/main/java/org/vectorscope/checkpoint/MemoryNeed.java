package org.vectorscope.checkpoint;

/**
 * Memory a model takes once it is loaded, in bytes: an estimate made before anything is loaded.
 *
 * @param weights all weights in float32
 * @param work keys and values, activations of one block, and logits
 */
public record MemoryNeed(long weights, long work) {
    /** Residual streams alive at once: before and after each half of a block, and a captured copy. */
    private static final long RESIDUALS = 6;

    /** Gate, up and their product. */
    private static final long MLP_ACTIVATIONS = 3;

    /** @param rows texts in a batch; @param tokens length of the longest */
    public static MemoryNeed of(Checkpoint checkpoint, int rows, int tokens) {
        ModelConfig config = checkpoint.config();
        long positions = (long) rows * tokens;
        long keyValue = 2L * config.kvHeads() * config.headDim();
        long cache = config.layers() * keyValue * positions;
        long attention = (2L * config.heads() * config.headDim() + keyValue) * positions;
        long block = (RESIDUALS * config.dModel() + MLP_ACTIVATIONS * config.ffn()) * positions + attention;
        long logits = 2L * rows * config.vocabulary();
        return new MemoryNeed(checkpoint.parameters() * Float.BYTES, (cache + block + logits) * Float.BYTES);
    }

    public long total() {
        return weights + work;
    }
}
