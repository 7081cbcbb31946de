package org.vectorscope.engine.torch;

import org.vectorscope.checkpoint.ModelConfig;

/** How much goes through the blocks at once. */
final class Budget {
    /** Tokens beyond which linear layers gain nothing and the mask begins to cost. */
    private static final int TOKENS = 512;

    /** Tokens below which a pack is not made smaller. */
    static final int LEAST = 64;
    /** Multiply-adds between two looks at the monitor: about half a second on two cores. */
    private static final double BETWEEN_CHECKS = 25e9;

    /** Keys and values of rows that are decoded together. */
    private static final long CACHE = 256L << 20;

    private static final int ROWS = 64;

    private Budget() {}

    /** Most tokens in a pack. */
    static int tokens(ModelConfig c) {
        double attention = 2.0 * c.dModel() * c.headDim() * (c.heads() + c.kvHeads());
        double mlp = 3.0 * c.dModel() * c.ffn();
        return (int) Math.clamp(BETWEEN_CHECKS / (attention + mlp), LEAST, TOKENS);
    }

    /** Most rows that are decoded together. */
    static int rows(ModelConfig c, int slots) {
        return (int) Math.clamp(CACHE / (Cache.bytesPerToken(c) * slots), 1, ROWS);
    }
}
