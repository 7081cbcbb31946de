package org.vectorscope.checkpoint.container;

/** Turns stored numbers into float32. */
@FunctionalInterface
interface RowDecoder {
    /** For types whose numbers are not read as float32. */
    RowDecoder NONE = (bytes, out, count) -> {
        throw new IllegalStateException("this type has no decoder");
    };

    /**
     * @param bytes holds the row from its first byte on, little-endian
     * @param out gets {@code count} numbers from index 0 on
     * @param count a whole number of blocks
     */
    void decode(byte[] bytes, float[] out, int count);
}
