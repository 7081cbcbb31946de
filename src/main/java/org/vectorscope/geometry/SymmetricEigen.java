package org.vectorscope.geometry;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, largest first.
 *
 * @param values [d], descending
 * @param vectors [d][d], row k is the unit eigenvector of {@code values[k]}
 */
public record SymmetricEigen(double[] values, double[][] vectors) {
    /** ‖AV − VΛ‖ / ‖A‖ above which a decomposition is not believed; a right one is at 1e-15. */
    public static final double TOLERANCE = 1e-10;

    private static final double SINGLE_TOLERANCE = 1e-4;

    /**
     * @param matrix [d · d], symmetric; the upper triangle is read
     * @throws ArithmeticException if LAPACK fails, or answers what does not solve the problem
     */
    public static SymmetricEigen of(double[] matrix, int d) {
        checkSize(matrix, d);
        INDArray a = SymmetricKernel.array(matrix).reshape('f', d, d);
        INDArray v = a.dup('f');
        double[] ascending = SymmetricKernel.eigen(v, d, SymmetricKernel.Wanted.VECTORS);
        checkResidual(a, v, ascending);
        double[][] vectors = new double[d][];
        double[] columns = SymmetricKernel.values(v);
        for (int k = 0; k < d; k++) {
            int column = d - 1 - k;
            vectors[k] = Arrays.copyOfRange(columns, column * d, (column + 1) * d);
        }
        return new SymmetricEigen(reversed(ascending), vectors);
    }

    /** The eigenvalues alone, descending; checked by the trace and the Frobenius norm, which they must preserve. */
    public static double[] values(double[] matrix, int d) {
        return values(matrix, d, DataType.DOUBLE);
    }

    /** Computed in {@code precision}, whose rounding is a share of the largest eigenvalue. */
    static double[] values(double[] matrix, int d, DataType precision) {
        checkSize(matrix, d);
        INDArray a = SymmetricKernel.zeros(precision, d);
        SymmetricKernel.fill(a, 0, matrix);
        double[] ascending = SymmetricKernel.eigen(a, d, SymmetricKernel.Wanted.VALUES);
        checkSums(matrix, ascending, precision == DataType.FLOAT ? SINGLE_TOLERANCE : TOLERANCE);
        return reversed(ascending);
    }

    private static void checkSums(double[] columns, double[] values, double tolerance) {
        int d = values.length;
        double trace = 0;
        double square = 0;
        for (int j = 0; j < d; j++) {
            trace += columns[j * d + j];
            square += columns[j * d + j] * columns[j * d + j];
            for (int i = 0; i < j; i++) {
                square += 2 * columns[j * d + i] * columns[j * d + i];
            }
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        if (!(Math.abs(Rows.dot(values, values) - square) <= tolerance * square)
                || !(Math.abs(sum - trace) <= tolerance * d * Math.sqrt(square))) {
            throw new ArithmeticException("eigenvalues of a " + d + " × " + d + " matrix do not add up to its trace");
        }
    }

    private static void checkResidual(INDArray a, INDArray v, double[] values) {
        INDArray residual = a.mmul(v).subi(v.mulRowVector(SymmetricKernel.array(values)));
        double size = a.norm2Number().doubleValue();
        double relative = size == 0 ? 0 : residual.norm2Number().doubleValue() / size;
        if (!(relative <= TOLERANCE)) {
            throw new ArithmeticException("eigenvectors are wrong: ‖AV − VΛ‖ / ‖A‖ = " + relative);
        }
    }

    private static void checkSize(double[] matrix, int d) {
        if (matrix.length != d * d) {
            throw new IllegalArgumentException(matrix.length + " numbers are no " + d + " × " + d + " matrix");
        }
    }

    private static double[] reversed(double[] ascending) {
        double[] descending = new double[ascending.length];
        for (int i = 0; i < descending.length; i++) {
            descending[i] = ascending[ascending.length - 1 - i];
        }
        return descending;
    }
}
