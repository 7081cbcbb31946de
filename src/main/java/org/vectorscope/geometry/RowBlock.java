package org.vectorscope.geometry;

/** Rows waiting to be multiplied together: filled one by one, taken as a centred block. */
final class RowBlock {
    private final int d;
    private final float[] rows;
    private int count;

    RowBlock(int capacity, int d) {
        this.d = d;
        this.rows = new float[capacity * d];
    }

    void add(float[] row) {
        System.arraycopy(row, 0, rows, count * d, d);
        count++;
    }

    int count() {
        return count;
    }

    boolean isFull() {
        return (count + 1) * d > rows.length;
    }

    void clear() {
        count = 0;
    }

    /** [d] */
    double[] mean() {
        double[] mean = new double[d];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < d; j++) {
                mean[j] += rows[i * d + j];
            }
        }
        for (int j = 0; j < d; j++) {
            mean[j] /= count;
        }
        return mean;
    }

    /** Takes {@code mean} [d] from each row, in place. */
    void centre(double[] mean) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < d; j++) {
                rows[i * d + j] = (float) (rows[i * d + j] - mean[j]);
            }
        }
    }

    /** [count · d] minus {@code mean} [d]. */
    double[] centredDoubles(double[] mean) {
        double[] centred = new double[count * d];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < d; j++) {
                centred[i * d + j] = rows[i * d + j] - mean[j];
            }
        }
        return centred;
    }

    /** Rows of d numbers, one after the other; not a copy, and after the last row stands what was there before. */
    float[] values() {
        return rows;
    }
}
