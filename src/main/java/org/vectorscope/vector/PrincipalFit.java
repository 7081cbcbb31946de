package org.vectorscope.vector;

import java.util.Arrays;
import org.vectorscope.geometry.Rows;
import org.vectorscope.geometry.SymmetricEigen;

/**
 * First principal component of the weighed differences, through the n × n matrix: if x is the first eigenvector of
 * √w_i (Δ_i − m)·(Δ_j − m) √w_j, the component is Σ √w_j x_j (Δ_j − m). About zero m is 0 (steering-vectors' choice:
 * PCA of ±Δ); about the mean m is the weighed mean (scikit-learn's and repeng's choice).
 */
record PrincipalFit(About about) implements PairFit {
    enum About {
        ZERO,
        MEAN
    }

    private static final int MOST_STEPS = 200;
    private static final double CLOSE_ENOUGH = 1e-9; // of 1 − cosine between steps

    @Override
    public double[] coefficients(PairGram gram, double[] weights) {
        int n = gram.n();
        double[] matrix = new double[n * n];
        double[] unit = new double[n];
        for (int j = 0; j < n; j++) {
            Arrays.fill(unit, 0);
            unit[j] = 1;
            double[] column = applied(gram, weights, unit);
            for (int i = 0; i < n; i++) {
                matrix[i * n + j] = column[i];
            }
        }
        double[] first = SymmetricEigen.of(matrix, n).vectors()[0];
        return pairs(weights, first);
    }

    @Override
    public double[] again(PairGram gram, double[] weights, double[] start) {
        double[] x = new double[gram.n()];
        for (int j = 0; j < x.length; j++) {
            x[j] = weights[j] > 0 ? start[j] * Math.sqrt(weights[j]) : 0;
        }
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = unit(applied(gram, weights, x));
            double change = 1 - Math.abs(Rows.dot(next, unit(x)));
            x = next;
            if (change < CLOSE_ENOUGH) {
                break;
            }
        }
        return pairs(weights, x);
    }

    /** The matrix times x [n]. */
    private double[] applied(PairGram gram, double[] weights, double[] x) {
        double[] along = gram.projections(pairs(weights, x)); // Δ_i · u
        double mean = about == About.MEAN
                ? Rows.dot(weights, along) / Arrays.stream(weights).sum()
                : 0;
        double[] result = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            result[i] = Math.sqrt(weights[i]) * (along[i] - mean);
        }
        return result;
    }

    /** Coefficients of the differences in Σ √w_j x_j (Δ_j − m). */
    private double[] pairs(double[] weights, double[] x) {
        double[] c = new double[x.length];
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            c[j] = Math.sqrt(weights[j]) * x[j];
            sum += c[j];
        }
        if (about == About.MEAN) {
            double total = Arrays.stream(weights).sum();
            for (int j = 0; j < x.length; j++) {
                c[j] -= weights[j] * sum / total;
            }
        }
        return c;
    }

    private static double[] unit(double[] x) {
        double length = Math.sqrt(Rows.dot(x, x));
        return length == 0 ? x : Arrays.stream(x).map(value -> value / length).toArray();
    }
}
