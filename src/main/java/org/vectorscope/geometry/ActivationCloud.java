package org.vectorscope.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Activations as they come in: their norms and what their covariance needs. At most d rows and d² sums are held,
 * however many come.
 */
public final class ActivationCloud {
    /** From this width on, products inside a block of rows are float32; the smallest eigenvalues are rounding then. */
    private static final int WIDE = 1024;

    private final int d;
    private final List<float[]> few = new ArrayList<>();
    private final StreamingCovariance many;
    private double[] norms = new double[1024];
    private int n;

    public ActivationCloud(int d) {
        this.d = d;
        this.many = new StreamingCovariance(
                d, d < WIDE ? StreamingCovariance.Precision.DOUBLE : StreamingCovariance.Precision.SINGLE);
    }

    /** @param row [d], kept */
    public void add(float[] row) {
        if (n == norms.length) {
            norms = Arrays.copyOf(norms, 2 * n);
        }
        norms[n++] = Rows.norm(row);
        if (n <= d) {
            few.add(row);
        } else {
            few.forEach(many::add);
            few.clear();
            many.add(row);
        }
    }

    /** Rows so far. */
    public int n() {
        return n;
    }

    /** [n] in the order they came. */
    public double[] norms() {
        return Arrays.copyOf(norms, n);
    }

    /** @throws IllegalStateException with fewer than two rows */
    public EigenBasis basis() {
        if (n < 2) {
            throw new IllegalStateException("a covariance needs at least two rows");
        }
        return n <= d ? EigenBasis.of(few) : EigenBasis.of(many, d);
    }
}
