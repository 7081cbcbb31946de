package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Java arrays to tensors and back. */
final class Tensors {
    private Tensors() {}

    /** Zero copy of a direct buffer, whose position libtorch would ignore. */
    static NDArray view(NDManager manager, ByteBuffer buffer, long... shape) {
        ByteBuffer from = buffer.slice().order(ByteOrder.nativeOrder());
        return Guard.run("reading a weight", () -> manager.create(from, new Shape(shape), DataType.FLOAT32));
    }

    /** As {@link #view}, of unsigned bytes. */
    static NDArray bytes(NDManager manager, ByteBuffer buffer, long... shape) {
        ByteBuffer from = buffer.slice().order(ByteOrder.nativeOrder());
        return Guard.run("reading a weight", () -> manager.create(from, new Shape(shape), DataType.UINT8));
    }

    static NDArray floats(NDManager manager, float[] values, long... shape) {
        return Guard.run("making a tensor", () -> manager.create(values, new Shape(shape)));
    }

    static NDArray longs(NDManager manager, int[] values, long... shape) {
        long[] wide = new long[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return Guard.run("making a tensor", () -> manager.create(wide, new Shape(shape)));
    }

    static NDArray doubles(NDManager manager, double[] values, long... shape) {
        return Guard.run("making a tensor", () -> manager.create(values, new Shape(shape)));
    }

    static NDArray zeros(NDManager manager, long... shape) {
        return Guard.run("making room for keys and values", () -> manager.zeros(new Shape(shape), DataType.FLOAT32));
    }

    static NDArray zeros64(NDManager manager, long... shape) {
        return Guard.run("making a tensor", () -> manager.zeros(new Shape(shape), DataType.FLOAT64));
    }

    interface RowUse {
        void row(int index, FloatBuffer values);
    }

    /** Shows the rows of a contiguous [n, d] tensor where they are: the buffers are good during the call only. */
    static void eachRow(NDArray tensor, RowUse use) {
        int width = Math.toIntExact(tensor.getShape().get(1));
        FloatBuffer all = Guard.run(
                "reading a tensor",
                () -> tensor.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer());
        for (int row = 0; row < tensor.getShape().get(0); row++) {
            use.row(row, all.slice(row * width, width));
        }
    }

    /** The rows of a contiguous [n, d] tensor, one array each. */
    static float[][] rows(NDArray tensor) {
        return Guard.run("reading a tensor", () -> {
            int width = Math.toIntExact(tensor.getShape().get(1));
            float[][] rows = new float[Math.toIntExact(tensor.getShape().get(0))][width];
            FloatBuffer all =
                    tensor.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer();
            for (float[] row : rows) {
                all.get(row);
            }
            return rows;
        });
    }

    static double[] doubles(NDArray tensor) {
        return Guard.run("reading a tensor", tensor::toDoubleArray);
    }

    static long[] longs(NDArray tensor) {
        return Guard.run("reading a tensor", tensor::toLongArray);
    }
}
