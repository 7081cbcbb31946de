package org.vectorscope.vector;

import java.util.Arrays;
import org.vectorscope.geometry.Gram;

/**
 * Inner products of the pairs' differences at one layer.
 *
 * @param n pairs
 * @param values [n · n], symmetric
 */
record PairGram(int n, double[] values) {
    /** @param differences [n · d] */
    static PairGram of(double[] differences, int n) {
        return new PairGram(n, Gram.of(differences, n, differences.length / n));
    }

    double at(int i, int j) {
        return values[i * n + j];
    }

    /** [n] Δ_i · u for u = Σ c_j Δ_j. */
    double[] projections(double[] c) {
        double[] projections = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += values[i * n + j] * c[j];
            }
            projections[i] = sum;
        }
        return projections;
    }

    /** u·w for u = Σ a_j Δ_j and w = Σ b_j Δ_j. */
    double product(double[] a, double[] b) {
        double[] projections = projections(b);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i] * projections[i];
        }
        return sum;
    }

    /** Length of Σ c_j Δ_j. */
    double norm(double[] c) {
        return Math.sqrt(Math.max(0, product(c, c)));
    }

    /** NaN where one of them is zero. */
    double cosine(double[] a, double[] b) {
        return product(a, b) / (norm(a) * norm(b));
    }

    /** c of length 1, turned so that the weighed differences lie towards it on the mean; zero stays zero. */
    double[] towardsPositive(double[] c, double[] weights) {
        double length = norm(c);
        if (length == 0) {
            return new double[n];
        }
        double factor = product(weights, c) < 0 ? -1 / length : 1 / length;
        return Arrays.stream(c).map(value -> value * factor).toArray();
    }
}
