package org.vectorscope.cli.bench;

import java.util.Random;
import org.vectorscope.geometry.StreamingCovariance;

/** Eigenvalues of the covariance of 20 000 × 2304 float32 rows; the rows are drawn once, in the warm-up. */
final class SpectrumJob implements Runnable {
    private static final int ROWS = 20_000;
    private static final int WIDTH = 2304;

    private float[][] rows = {};

    @Override
    public void run() {
        if (rows.length == 0) {
            rows = gaussian();
        }
        StreamingCovariance covariance = new StreamingCovariance(WIDTH, StreamingCovariance.Precision.SINGLE);
        for (float[] row : rows) {
            covariance.add(row);
        }
        covariance.eigenvalues();
    }

    /** The products of one triangle, and Householder's reduction, 4/3 d³. */
    Load load() {
        double d = WIDTH;
        return new Load(4.0 * ROWS * d, 0, ROWS * d * (d + 1) + 4 * d * d * d / 3);
    }

    private static float[][] gaussian() {
        Random random = new Random(0);
        float[][] rows = new float[ROWS][WIDTH];
        for (float[] row : rows) {
            for (int j = 0; j < WIDTH; j++) {
                row[j] = (float) random.nextGaussian();
            }
        }
        return rows;
    }
}
