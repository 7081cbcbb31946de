package org.vectorscope.checkpoint.container;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers that are stored one by one. */
final class Decoders {
    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private Decoders() {}

    static void f64(byte[] bytes, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = (float) Double.longBitsToDouble((long) LONGS.get(bytes, 8 * i));
        }
    }

    static void f32(byte[] bytes, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Float.intBitsToFloat(int32(bytes, 4 * i));
        }
    }

    static void f16(byte[] bytes, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = half(bytes, 2 * i);
        }
    }

    static void bf16(byte[] bytes, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Float.intBitsToFloat((short) SHORTS.get(bytes, 2 * i) << 16);
        }
    }

    static float half(byte[] bytes, int at) {
        return Float.float16ToFloat((short) SHORTS.get(bytes, at));
    }

    static int int32(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }
}
