package org.vectorscope.geometry;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasUpper;
import static org.bytedeco.openblas.global.openblas.LAPACK_COL_MAJOR;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.openblas.global.openblas;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The few BLAS and LAPACK routines ND4J does not offer (its {@code syrk} returns without computing, its {@code syev}
 * is the slow QR kind), called on ND4J's own buffers. Matrices are column-major and symmetric; only the upper triangle
 * is read or written.
 */
final class SymmetricKernel {
    static {
        // javacpp refuses to allocate once the process is larger than a multiple of the Java heap, and counts what
        // libtorch holds for the model, which lies outside the heap on purpose
        if (System.getProperty("org.bytedeco.javacpp.maxphysicalbytes") == null) {
            System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
        }
    }

    private SymmetricKernel() {}

    /** [n]; all arrays are made here, so that the limit above is lifted before the first. */
    static INDArray array(double[] values) {
        return Nd4j.createFromArray(values);
    }

    /** [d, d] */
    static INDArray zeros(DataType type, int d) {
        return Nd4j.create(type, new long[] {d, d}, 'f');
    }

    /** [n], of whatever was in that memory. */
    static INDArray empty(DataType type, long n) {
        return Nd4j.createUninitialized(type, n);
    }

    /** Writes {@code values} from index {@code at} on, rounded where the array is of float32. */
    static void fill(INDArray array, long at, double[] values) {
        if (array.dataType() == DataType.FLOAT) {
            floats(array).getPointer(at).put(Rows.floats(values), 0, values.length);
        } else {
            doubles(array).getPointer(at).put(values, 0, values.length);
        }
    }

    static void copy(INDArray array, float[] into) {
        floats(array).get(into, 0, into.length);
    }

    /** into ← keep · into + X Xᵀ, with X {@code [d, rows]} column-major (rows of d numbers, one after the other). */
    static void addProduct(INDArray x, int d, int rows, double keep, INDArray into) {
        switch (into.dataType()) {
            case DOUBLE ->
                openblas.cblas_dsyrk(
                        CblasColMajor, CblasUpper, CblasNoTrans, d, rows, 1, doubles(x), d, keep, doubles(into), d);
            case FLOAT ->
                openblas.cblas_ssyrk(
                        CblasColMajor,
                        CblasUpper,
                        CblasNoTrans,
                        d,
                        rows,
                        1,
                        floats(x),
                        d,
                        (float) keep,
                        floats(into),
                        d);
            default -> throw new IllegalArgumentException("no product of " + into.dataType());
        }
    }

    /** Eigenvalues, ascending; {@code a} becomes its eigenvectors, a column each, or garbage without vectors. */
    static double[] eigen(INDArray a, int d, Wanted wanted) {
        INDArray values = Nd4j.create(a.dataType(), d);
        byte job = (byte) (wanted == Wanted.VECTORS ? 'V' : 'N');
        int info = a.dataType() == DataType.FLOAT
                ? openblas.LAPACKE_ssyevd(LAPACK_COL_MAJOR, job, (byte) 'U', d, floats(a), d, floats(values))
                : openblas.LAPACKE_dsyevd(LAPACK_COL_MAJOR, job, (byte) 'U', d, doubles(a), d, doubles(values));
        if (info != 0) {
            throw new ArithmeticException("the eigenvalues of a " + d + " × " + d + " matrix did not converge");
        }
        return values.toDoubleVector();
    }

    /** Eigenvalues, ascending, of the tridiagonal matrix; {@code diagonal} [m], {@code beside} [m − 1]. */
    static double[] tridiagonalEigenvalues(double[] diagonal, double[] beside) {
        double[] values = diagonal.clone();
        int info = openblas.LAPACKE_dsterf(diagonal.length, values, beside.clone());
        if (info != 0) {
            throw new ArithmeticException("the eigenvalues of a tridiagonal matrix did not converge");
        }
        return values;
    }

    enum Wanted {
        VALUES,
        VECTORS
    }

    /** [d · d], column-major. */
    static double[] values(INDArray matrix) {
        double[] values = new double[Math.toIntExact(matrix.length())];
        doubles(matrix).get(values, 0, values.length);
        return values;
    }

    private static DoublePointer doubles(INDArray array) {
        return (DoublePointer) array.data().addressPointer();
    }

    private static FloatPointer floats(INDArray array) {
        return (FloatPointer) array.data().addressPointer();
    }
}
