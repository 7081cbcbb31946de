package org.vectorscope.checkpoint.container;

import static org.vectorscope.checkpoint.container.Decoders.half;

/** ggml's "K" blocks of 256 numbers, whose parts have scales of their own (ggml-common.h, ggml-quants.c). */
final class SuperBlocks {
    private static final int BLOCK = 256;
    private static final int PART = 32;

    private SuperBlocks() {}

    /** f16 d, dmin; 12 bytes of eight 6-bit scales s and minima m; u4 q[256]: y = (d s) q - dmin m. */
    static void q4k(byte[] bytes, float[] out, int count) {
        for (int i = 0, at = 0; i < count; i += BLOCK, at += 144) {
            for (int part = 0; part < 8; part++) {
                float scale = half(bytes, at) * scale(bytes, at + 4, part);
                float least = half(bytes, at + 2) * minimum(bytes, at + 4, part);
                int q = at + 16 + part / 2 * PART;
                int shift = part % 2 * 4;
                for (int j = 0; j < PART; j++) {
                    out[i + part * PART + j] = scale * (bytes[q + j] >> shift & 15) - least;
                }
            }
        }
    }

    static void unpackQ4k(byte[] bytes, byte[] q, float[] scales, float[] zeros) {
        for (int group = 0; group < scales.length; group++) {
            int at = group / 8 * 144;
            int part = group % 8;
            scales[group] = half(bytes, at) * scale(bytes, at + 4, part);
            zeros[group] = 8 * scales[group] - half(bytes, at + 2) * minimum(bytes, at + 4, part);
            for (int j = 0; j < PART; j++) {
                q[group * PART + j] = (byte) (bytes[at + 16 + part / 2 * PART + j] >> part % 2 * 4 & 15);
            }
        }
    }

    /** As {@link #q4k} with 32 bytes of fifth bits between: bit {@code part} of byte j belongs to number j of a part. */
    static void q5k(byte[] bytes, float[] out, int count) {
        for (int i = 0, at = 0; i < count; i += BLOCK, at += 176) {
            for (int part = 0; part < 8; part++) {
                float scale = half(bytes, at) * scale(bytes, at + 4, part);
                float least = half(bytes, at + 2) * minimum(bytes, at + 4, part);
                int fifth = at + 16;
                int q = at + 48 + part / 2 * PART;
                int shift = part % 2 * 4;
                for (int j = 0; j < PART; j++) {
                    int value = bytes[q + j] >> shift & 15 | (bytes[fifth + j] >> part & 1) << 4;
                    out[i + part * PART + j] = scale * value - least;
                }
            }
        }
    }

    /** u4 low[256]; u2 high[256]; i8 scales[16]; f16 d: y = (d s) (q - 32), in two halves of four parts. */
    static void q6k(byte[] bytes, float[] out, int count) {
        for (int i = 0, at = 0; i < count; i += BLOCK, at += 210) {
            float d = half(bytes, at + 208);
            for (int part = 0; part < 8; part++) {
                int half = part / 4;
                int quarter = part % 4;
                int low = at + 64 * half + PART * (quarter % 2);
                int high = at + 128 + PART * half;
                int scales = at + 192 + 8 * half + 2 * quarter;
                for (int j = 0; j < PART; j++) {
                    int q = bytes[low + j] >> quarter / 2 * 4 & 15 | (bytes[high + j] >> 2 * quarter & 3) << 4;
                    out[i + part * PART + j] = d * bytes[scales + j / 16] * (q - 32);
                }
            }
        }
    }

    private static int scale(byte[] bytes, int at, int part) {
        return part < 4 ? bytes[at + part] & 63 : bytes[at + part + 4] & 15 | (bytes[at + part - 4] & 0xC0) >> 2;
    }

    private static int minimum(byte[] bytes, int at, int part) {
        return part < 4 ? bytes[at + part + 4] & 63 : bytes[at + part + 4] >> 4 & 15 | (bytes[at + part] & 0xC0) >> 2;
    }
}
