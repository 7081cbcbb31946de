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

    /**
     * What decides it besides the precision.
     *
     * @param blocks weights of all blocks
     * @param head weights of the output head, as many as the embedding's, which stays in the file
     * @param work bytes
     */
    public record Parts(long blocks, long head, long work) {
        /** @param rows texts in a batch; @param tokens length of the longest */
        public static Parts of(Checkpoint checkpoint, int rows, int tokens) {
            ModelConfig config = checkpoint.config();
            long positions = (long) rows * tokens;
            long keyValue = 2L * config.kvHeads() * config.headDim();
            long cache = config.layers() * keyValue * positions;
            long attention = (2L * config.heads() * config.headDim() + keyValue) * positions;
            long block = (RESIDUALS * config.dModel() + MLP_ACTIVATIONS * config.ffn()) * positions + attention;
            long logits = 2L * rows * config.vocabulary();
            long table = (long) config.vocabulary() * config.dModel();
            long blocks = checkpoint.parameters() - (config.tied() ? table : 2 * table);
            return new Parts(Math.max(0, blocks), table, (cache + block + logits) * Float.BYTES);
        }

        /** @param bytes that a weight takes; an output head is kept in at least 16 bits */
        public MemoryNeed at(double bytes) {
            return new MemoryNeed((long) (blocks * bytes + head * Math.max(Short.BYTES, bytes)), work);
        }
    }

    /** Of float32. @param rows texts in a batch; @param tokens length of the longest */
    public static MemoryNeed of(Checkpoint checkpoint, int rows, int tokens) {
        return of(checkpoint, rows, tokens, Float.BYTES);
    }

    /**
     * @param rows texts in a batch
     * @param tokens length of the longest
     * @param bytes that a weight takes; the embedding stays in the file, and an output head is kept in at least 16 bits
     */
    public static MemoryNeed of(Checkpoint checkpoint, int rows, int tokens, double bytes) {
        return Parts.of(checkpoint, rows, tokens).at(bytes);
    }

    public long total() {
        return weights + work;
    }
}
