package org.vectorscope.checkpoint.container;

import static org.vectorscope.checkpoint.container.Decoders.half;
import static org.vectorscope.checkpoint.container.Decoders.int32;

/**
 * ggml's blocks of 32 numbers with one scale (ggml-common.h, ggml-quants.c). In a block of 4-bit numbers the low halves
 * of its 16 bytes are the first 16 numbers, the high halves the other 16.
 */
final class LegacyBlocks {
    private static final int BLOCK = 32;
    private static final int HALF = 16;

    private LegacyBlocks() {}

    /** f16 d; i8 q[32]: y = d q. */
    static void q8v0(byte[] bytes, float[] out, int count) {
        for (int i = 0, at = 0; i < count; i += BLOCK, at += 34) {
            float d = half(bytes, at);
            for (int j = 0; j < BLOCK; j++) {
                out[i + j] = d * bytes[at + 2 + j];
            }
        }
    }

    /** f16 d; u4 q[32]: y = d (q - 8). */
    static void q4v0(byte[] bytes, float[] out, int count) {
        for (int i = 0, at = 0; i < count; i += BLOCK, at += 18) {
            float d = half(bytes, at);
            for (int j = 0; j < HALF; j++) {
                int q = bytes[at + 2 + j];
                out[i + j] = d * ((q & 15) - 8);
                out[i + j + HALF] = d * ((q >> 4 & 15) - 8);
            }
        }
    }

    /** f16 d, m; u4 q[32]: y = d q + m. */
    static void q4v1(byte[] bytes, float[] out, int count) {
        for (int i = 0, at = 0; i < count; i += BLOCK, at += 20) {
            float d = half(bytes, at);
            float m = half(bytes, at + 2);
            for (int j = 0; j < HALF; j++) {
                int q = bytes[at + 4 + j];
                out[i + j] = d * (q & 15) + m;
                out[i + j + HALF] = d * (q >> 4 & 15) + m;
            }
        }
    }

    static void unpackQ4v0(byte[] bytes, byte[] q, float[] scales, float[] zeros) {
        for (int block = 0, at = 0; block < scales.length; block++, at += 18) {
            scales[block] = half(bytes, at);
            halves(bytes, at + 2, q, block * BLOCK);
        }
    }

    static void unpackQ4v1(byte[] bytes, byte[] q, float[] scales, float[] zeros) {
        for (int block = 0, at = 0; block < scales.length; block++, at += 20) {
            scales[block] = half(bytes, at);
            zeros[block] = half(bytes, at + 2) + 8 * scales[block];
            halves(bytes, at + 4, q, block * BLOCK);
        }
    }

    private static void halves(byte[] bytes, int from, byte[] q, int to) {
        for (int j = 0; j < HALF; j++) {
            q[to + j] = (byte) (bytes[from + j] & 15);
            q[to + j + HALF] = (byte) (bytes[from + j] >> 4 & 15);
        }
    }

    /** f16 d; 32 fifth bits; u4 q[32]: y = d (q - 16). */
    static void q5v0(byte[] bytes, float[] out, int count) {
        for (int i = 0, at = 0; i < count; i += BLOCK, at += 22) {
            float d = half(bytes, at);
            int fifth = int32(bytes, at + 2);
            for (int j = 0; j < HALF; j++) {
                int q = bytes[at + 6 + j];
                out[i + j] = d * ((q & 15 | (fifth >>> j & 1) << 4) - 16);
                out[i + j + HALF] = d * ((q >> 4 & 15 | (fifth >>> j + HALF & 1) << 4) - 16);
            }
        }
    }

    /** f16 d, m; 32 fifth bits; u4 q[32]: y = d q + m. */
    static void q5v1(byte[] bytes, float[] out, int count) {
        for (int i = 0, at = 0; i < count; i += BLOCK, at += 24) {
            float d = half(bytes, at);
            float m = half(bytes, at + 2);
            int fifth = int32(bytes, at + 4);
            for (int j = 0; j < HALF; j++) {
                int q = bytes[at + 8 + j];
                out[i + j] = d * (q & 15 | (fifth >>> j & 1) << 4) + m;
                out[i + j + HALF] = d * (q >> 4 & 15 | (fifth >>> j + HALF & 1) << 4) + m;
            }
        }
    }
}
