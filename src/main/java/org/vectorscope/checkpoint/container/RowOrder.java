package org.vectorscope.checkpoint.container;

/** Where the rows of a stored tensor belong. */
@FunctionalInterface
public interface RowOrder {
    RowOrder AS_STORED = (stored, rows) -> stored;

    /**
     * @param stored index of a row in the file
     * @param rows number of rows
     * @return its index in the tensor as it is handed out; a bijection
     */
    long target(long stored, long rows);

    /**
     * Undoes what llama.cpp's converter does to the rows of {@code q_proj} and {@code k_proj} of Llama models: it
     * interleaves the two halves of each head, since its rotary embedding turns neighbours (2i, 2i+1) where
     * transformers turns (i, i + headDim/2).
     */
    static RowOrder deinterleaved(int heads) {
        return (stored, rows) -> {
            long headDim = rows / heads;
            long head = stored / headDim;
            long within = stored % headDim; // 2 i + half
            return head * headDim + within % 2 * (headDim / 2) + within / 2;
        };
    }

    /**
     * Puts rows that are stored head by head, each with its queries, keys and values (GPT-NeoX), into the order of all
     * queries, all keys, all values.
     */
    static RowOrder byKindFromByHead(int heads) {
        return (stored, rows) -> {
            long headDim = rows / 3 / heads;
            long head = stored / (3 * headDim);
            long kind = stored / headDim % 3;
            return (kind * heads + head) * headDim + stored % headDim;
        };
    }
}
