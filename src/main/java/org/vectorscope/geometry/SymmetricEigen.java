package org.vectorscope.geometry;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix, largest first.
 *
 * @param values [d], descending
 * @param vectors [d][d], row k is the unit eigenvector of {@code values[k]}
 */
public record SymmetricEigen(double[] values, double[][] vectors) {
    /** ‖AV − VΛ‖ / ‖A‖ above which a decomposition is not believed; a right one is at 1e-15. */
    public static final double TOLERANCE = 1e-10;

    /**
     * @param matrix [d · d], symmetric; the upper triangle is read
     * @throws ArithmeticException if LAPACK fails, or answers what does not solve the problem
     */
    public static SymmetricEigen of(double[] matrix, int d) {
        INDArray a = array(matrix, d);
        INDArray v = a.dup('f');
        double[] ascending = SymmetricKernel.eigen(v, d, SymmetricKernel.Wanted.VECTORS);
        checkResidual(a, v, ascending);
        double[][] vectors = new double[d][];
        double[] columns = v.data().asDouble();
        for (int k = 0; k < d; k++) {
            int column = d - 1 - k;
            vectors[k] = java.util.Arrays.copyOfRange(columns, column * d, (column + 1) * d);
        }
        return new SymmetricEigen(reversed(ascending), vectors);
    }

    /** The eigenvalues alone, descending; checked by the trace and the Frobenius norm, which they must preserve. */
    public static double[] values(double[] matrix, int d) {
        return values(array(matrix, d));
    }

    static double[] values(INDArray symmetric) {
        int d = symmetric.rows();
        double trace = 0;
        double square = 0;
        for (int i = 0; i < d; i++) {
            double diagonal = symmetric.getDouble(i, i);
            trace += diagonal;
            square += diagonal * diagonal;
        }
        square += 2 * squareAboveDiagonal(symmetric, d);
        double[] ascending = SymmetricKernel.eigen(symmetric.dup('f'), d, SymmetricKernel.Wanted.VALUES);
        double sum = 0;
        double sumOfSquares = 0;
        for (double value : ascending) {
            sum += value;
            sumOfSquares += value * value;
        }
        if (Math.abs(sumOfSquares - square) > TOLERANCE * square
                || Math.abs(sum - trace) > TOLERANCE * d * Math.sqrt(square)) {
            throw new ArithmeticException("eigenvalues of a " + d + " × " + d + " matrix do not add up to its trace");
        }
        return reversed(ascending);
    }

    private static double squareAboveDiagonal(INDArray symmetric, int d) {
        double[] columns = symmetric.data().asDouble();
        double sum = 0;
        for (int j = 1; j < d; j++) {
            for (int i = 0; i < j; i++) {
                double value = columns[j * d + i];
                sum += value * value;
            }
        }
        return sum;
    }

    private static void checkResidual(INDArray a, INDArray v, double[] values) {
        INDArray residual = a.mmul(v).subi(v.mulRowVector(Nd4j.createFromArray(values)));
        double size = a.norm2Number().doubleValue();
        double relative = size == 0 ? 0 : residual.norm2Number().doubleValue() / size;
        if (!(relative <= TOLERANCE)) {
            throw new ArithmeticException("eigenvectors are wrong: ‖AV − VΛ‖ / ‖A‖ = " + relative);
        }
    }

    private static INDArray array(double[] matrix, int d) {
        if (matrix.length != d * d) {
            throw new IllegalArgumentException(matrix.length + " numbers are no " + d + " × " + d + " matrix");
        }
        return Nd4j.createFromArray(matrix).castTo(DataType.DOUBLE).reshape('f', d, d);
    }

    private static double[] reversed(double[] ascending) {
        double[] descending = new double[ascending.length];
        for (int i = 0; i < descending.length; i++) {
            descending[i] = ascending[ascending.length - 1 - i];
        }
        return descending;
    }
}
