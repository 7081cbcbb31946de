package org.vectorscope.geometry;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows minus a fixed shift, waiting in native memory to be multiplied together, and the sums of what was multiplied.
 * Sums of float32 products are added up in float64 and in Java: ND4J's own elementwise operations wait for all
 * processors, which on a busy machine takes longer than the product.
 */
final class ShiftedBlock {
    private final int d;
    private final int capacity;
    private final INDArray rows; // [capacity · d]
    private final INDArray product; // [d, d] of one block in float32, of all blocks in float64
    private final float[] piece; // [d · d] that product as it comes back; empty in float64
    private final double[] moments; // [d · d] Σ (x − shift)(x − shift)ᵀ, upper triangle; empty in float64
    private final double[] shift;
    private final double[] sum; // of all shifted rows so far
    private final double[] row;
    private int count;

    /** @param type of the products: FLOAT or DOUBLE */
    ShiftedBlock(int d, int capacity, DataType type) {
        boolean single = type == DataType.FLOAT;
        this.d = d;
        this.capacity = capacity;
        this.rows = SymmetricKernel.empty(type, (long) capacity * d);
        this.product = SymmetricKernel.zeros(type, d);
        this.piece = new float[single ? d * d : 0];
        this.moments = new double[single ? d * d : 0];
        this.shift = new double[d];
        this.sum = new double[d];
        this.row = new double[d];
    }

    DataType type() {
        return rows.dataType();
    }

    /** Of float32 numbers, so that a difference from it has few digits. */
    void shiftBy(double[] mean) {
        for (int j = 0; j < d; j++) {
            shift[j] = (float) mean[j];
        }
    }

    void add(float[] values) {
        for (int j = 0; j < d; j++) {
            row[j] = values[j] - shift[j];
            sum[j] += row[j];
        }
        SymmetricKernel.fill(rows, (long) count * d, row);
        count++;
        if (count == capacity) {
            multiply();
        }
    }

    private void multiply() {
        if (count == 0) {
            return;
        }
        SymmetricKernel.addProduct(rows, d, count, piece.length == 0 ? 1 : 0, product);
        count = 0;
        if (piece.length > 0) {
            SymmetricKernel.copy(product, piece);
            for (int i = 0; i < piece.length; i++) {
                moments[i] += piece[i];
            }
        }
    }

    /** [d · d] Σ (x − shift)(x − shift)ᵀ of all rows, column-major, upper triangle; a copy. */
    double[] moments() {
        multiply();
        return piece.length == 0 ? SymmetricKernel.values(product) : moments.clone();
    }

    /** [d] mean of n rows minus the shift. */
    double[] offset(long n) {
        double[] offset = new double[d];
        for (int j = 0; j < d; j++) {
            offset[j] = sum[j] / n;
        }
        return offset;
    }

    double[] mean(long n) {
        double[] mean = offset(n);
        for (int j = 0; j < d; j++) {
            mean[j] += shift[j];
        }
        return mean;
    }
}
