package org.vectorscope.checkpoint.family;

/** What a setting may be: far beyond any model there is, far below what would overflow or exhaust memory. */
final class Bounds {
    static final long LAYERS = 1_000;
    static final long WIDTH = 1 << 18;
    static final long HEADS = 1 << 12;
    static final long HEAD_DIM = 1 << 13;
    static final long VOCABULARY = 1 << 24;
    static final long CONTEXT = 1L << 30;

    private Bounds() {}
}
