package org.vectorscope.geometry;

import java.util.List;

/** Arithmetic of vectors, in double precision whatever they are kept in. */
public final class Rows {
    private Rows() {}

    public static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += (double) a[j] * b[j];
        }
        return sum;
    }

    public static double dot(double[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    public static double norm(float[] a) {
        return Math.sqrt(dot(a, a));
    }

    /** NaN where one of them is zero. */
    public static double cosine(float[] a, float[] b) {
        return dot(a, b) / (norm(a) * norm(b));
    }

    public static float[] scaled(float[] a, double factor) {
        float[] scaled = new float[a.length];
        for (int j = 0; j < a.length; j++) {
            scaled[j] = (float) (a[j] * factor);
        }
        return scaled;
    }

    public static float[] sum(float[] a, float[] b) {
        float[] sum = new float[a.length];
        for (int j = 0; j < a.length; j++) {
            sum[j] = a[j] + b[j];
        }
        return sum;
    }

    public static float[] floats(double[] a) {
        float[] narrowed = new float[a.length];
        for (int j = 0; j < a.length; j++) {
            narrowed[j] = (float) a[j];
        }
        return narrowed;
    }

    public static double[] doubles(float[] a) {
        double[] widened = new double[a.length];
        for (int j = 0; j < a.length; j++) {
            widened[j] = a[j];
        }
        return widened;
    }

    public static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }

    /** Of length 1; a zero vector stays what it is. */
    static float[] unit(double[] a) {
        double norm = Math.sqrt(dot(a, a));
        float[] unit = new float[a.length];
        for (int j = 0; j < a.length; j++) {
            unit[j] = norm == 0 ? 0 : (float) (a[j] / norm);
        }
        return unit;
    }

    /** [d] */
    static double[] mean(List<float[]> rows) {
        double[] mean = new double[rows.getFirst().length];
        for (float[] row : rows) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += (double) row[j] / rows.size();
            }
        }
        return mean;
    }

    /** [n · d] rows minus their mean. */
    static double[] centred(List<float[]> rows) {
        double[] mean = mean(rows);
        int d = mean.length;
        double[] centred = new double[rows.size() * d];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < d; j++) {
                centred[i * d + j] = rows.get(i)[j] - mean[j];
            }
        }
        return centred;
    }

    /** Σ weights[i] · rows[i], of rows {@code [n · d]}. */
    static double[] combination(double[] rows, double[] weights, int d) {
        double[] sum = new double[d];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < d; j++) {
                sum[j] += weights[i] * rows[i * d + j];
            }
        }
        return sum;
    }
}
