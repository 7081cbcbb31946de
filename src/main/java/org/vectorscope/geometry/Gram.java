package org.vectorscope.geometry;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Inner products of rows with each other: the n × n way to all that a covariance could tell, cheap where n < d. */
public final class Gram {
    private Gram() {}

    /**
     * X Xᵀ in double precision.
     *
     * @param rows [n · d], row-major
     * @return [n · n], both triangles
     */
    public static double[] of(double[] rows, int n, int d) {
        INDArray columns = SymmetricKernel.array(rows).reshape('c', n, d).dup('f'); // [n, d], column-major
        INDArray product = SymmetricKernel.zeros(DataType.DOUBLE, n);
        SymmetricKernel.addProduct(columns, n, d, 0, product);
        return mirrored(SymmetricKernel.values(product), n);
    }

    /** The Gram matrix of the rows after their mean has been taken from each: H G H with H = I − 1/n. */
    public static double[] centred(double[] gram, int n) {
        double[] rowMean = new double[n];
        double mean = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rowMean[i] += gram[i * n + j] / n;
            }
            mean += rowMean[i] / n;
        }
        double[] centred = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                centred[i * n + j] = gram[i * n + j] - rowMean[i] - rowMean[j] + mean;
            }
        }
        return centred;
    }

    /** Copies the upper triangle of a column-major matrix to the lower one, in place. */
    static double[] mirrored(double[] columns, int n) {
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < j; i++) {
                columns[i * n + j] = columns[j * n + i];
            }
        }
        return columns;
    }
}
