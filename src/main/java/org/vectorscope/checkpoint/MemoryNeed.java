package org.vectorscope.checkpoint;

/**
 * Memory a model takes once it is loaded, in bytes: an estimate made before anything is loaded.
 *
 * @param weights all weights, as they will be kept
 * @param work keys and values, activations of one block, and logits
 */
public record MemoryNeed(long weights, long work) {
    /** Residual streams alive at once: before and after each half of a block, and a captured copy. */
    private static final long RESIDUALS = 6;

    /** Gate, up and their product. */
    private static final long MLP_ACTIVATIONS = 3;

    /** Of float32. @param rows texts in a batch; @param tokens length of the longest */
    public static MemoryNeed of(Checkpoint checkpoint, int rows, int tokens) {
        return of(checkpoint, rows, tokens, Float.BYTES);
    }

    /**
     * @param bytes that a weight takes; the embedding stays in the file, and an output head is kept in at least 16 bits
     */
    public static MemoryNeed of(Checkpoint checkpoint, int rows, int tokens, double bytes) {
        ModelConfig config = checkpoint.config();
        long positions = (long) rows * tokens;
        long keyValue = 2L * config.kvHeads() * config.headDim();
        long cache = config.layers() * keyValue * positions;
        long attention = (2L * config.heads() * config.headDim() + keyValue) * positions;
        long block = (RESIDUALS * config.dModel() + MLP_ACTIVATIONS * config.ffn()) * positions + attention;
        long logits = 2L * rows * config.vocabulary();
        return new MemoryNeed(weights(checkpoint, config, bytes), (cache + block + logits) * Float.BYTES);
    }

    private static long weights(Checkpoint checkpoint, ModelConfig config, double bytes) {
        long table = (long) config.vocabulary() * config.dModel();
        long blocks = checkpoint.parameters() - (config.tied() ? table : 2 * table);
        return (long) (Math.max(0, blocks) * bytes + table * Math.max(Short.BYTES, bytes));
    }

    public long total() {
        return weights + work;
    }
}
