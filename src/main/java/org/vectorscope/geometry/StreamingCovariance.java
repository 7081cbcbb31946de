package org.vectorscope.geometry;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Covariance of rows that pass by: memory is d² and one block, however many rows come. Each block is centred on its own
 * mean and merged into the whole (Chan, Golub, LeVeque 1983), so that a mean far from zero costs no digits.
 *
 * <p>With {@link Precision#SINGLE} the products inside a block are float32 and the blocks are summed in float64:
 * twice as fast, and eigenvalues below about 10⁻⁶ of the largest are rounding.
 */
public final class StreamingCovariance {
    public enum Precision {
        SINGLE,
        DOUBLE
    }

    /** Many rows a block, for every block costs d² besides its product; but no more than 48 MB of them. */
    private static final int BLOCK_ROWS = 4096;

    private static final int BLOCK_NUMBERS = 12 << 20;

    private final int d;
    private final Precision precision;
    private final RowBlock block;
    private final INDArray scatter; // [d, d] Σ (x − mean)(x − mean)ᵀ, upper triangle
    private final INDArray columns; // [d, rows] a block, centred
    private final INDArray product; // [d, d] of a block, where that is not added to scatter at once
    private double[] mean;
    private long n;

    public StreamingCovariance(int d, Precision precision) {
        this.d = d;
        this.precision = precision;
        int capacity = Math.max(1, Math.min(BLOCK_ROWS, BLOCK_NUMBERS / d));
        this.block = new RowBlock(capacity, d);
        this.scatter = SymmetricKernel.zeros(DataType.DOUBLE, d);
        boolean single = precision == Precision.SINGLE;
        this.columns = Nd4j.create(single ? DataType.FLOAT : DataType.DOUBLE, (long) capacity * d);
        this.product = single ? SymmetricKernel.zeros(DataType.FLOAT, d) : scatter;
        this.mean = new double[d];
    }

    /** @param row [d], copied */
    public void add(float[] row) {
        if (row.length != d) {
            throw new IllegalArgumentException("a row of " + row.length + " numbers where " + d + " were expected");
        }
        block.add(row);
        if (block.isFull()) {
            merge();
        }
    }

    /** Rows so far. */
    public long n() {
        return n + block.count();
    }

    /** [d], mean of the rows so far. */
    public double[] mean() {
        merge();
        return mean.clone();
    }

    /** [d · d], both triangles, divided by n − 1. */
    public double[] covariance() {
        return Gram.mirrored(SymmetricKernel.values(normalised()), d);
    }

    /** min(n − 1, d) eigenvalues of the covariance, descending. */
    public double[] eigenvalues() {
        DataType type = precision == Precision.SINGLE ? DataType.FLOAT : DataType.DOUBLE;
        double[] values = SymmetricEigen.values(normalised(), type);
        return Spectrum.clipped(values, (int) Math.min(n - 1, d));
    }

    private INDArray normalised() {
        merge();
        if (n < 2) {
            throw new IllegalStateException("a covariance needs at least two rows");
        }
        return scatter.mul(1.0 / (n - 1));
    }

    private void merge() {
        int rows = block.count();
        if (rows == 0) {
            return;
        }
        double[] blockMean = block.mean();
        multiply(blockMean, rows);
        double[] apart = new double[d];
        for (int j = 0; j < d; j++) {
            apart[j] = blockMean[j] - mean[j];
            mean[j] += apart[j] * rows / (n + rows);
        }
        SymmetricKernel.addOuter(apart, (double) n * rows / (n + rows), scatter);
        n += rows;
        block.clear();
    }

    private void multiply(double[] blockMean, int rows) {
        if (precision == Precision.DOUBLE) {
            SymmetricKernel.fill(columns, block.centredDoubles(blockMean));
            SymmetricKernel.addProduct(columns, d, rows, 1, scatter);
        } else {
            block.centre(blockMean);
            SymmetricKernel.fill(columns, block.values(), rows * d);
            SymmetricKernel.addProduct(columns, d, rows, 0, product);
            scatter.addi(product);
        }
    }
}
