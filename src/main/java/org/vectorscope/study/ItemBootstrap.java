package org.vectorscope.study;

import java.util.Arrays;
import org.vectorscope.geometry.Gaussians;
import org.vectorscope.geometry.Percentile;

/** Means over items and what they would be if the items were drawn again; the same draws for every column. */
final class ItemBootstrap {
    private final int columns;
    private final double[] means; // [columns]
    private final double[][] drawn; // [columns][draws], sorted only where asked
    private final int draws;
    private final int n;

    /** @param values [n][columns], n at least 1 */
    ItemBootstrap(double[][] values, int draws, long seed) {
        this.n = values.length;
        this.columns = values[0].length;
        this.draws = draws;
        this.means = new double[columns];
        for (double[] item : values) {
            add(means, item, 1.0 / n);
        }
        this.drawn = new double[columns][draws];
        for (int draw = 0; draw < draws; draw++) {
            double[] mean = drawnMeans(values, new Gaussians(seed, draw));
            for (int column = 0; column < columns; column++) {
                drawn[column][draw] = mean[column];
            }
        }
    }

    private double[] drawnMeans(double[][] values, Gaussians random) {
        int[] counts = new int[n];
        for (int i = 0; i < n; i++) {
            counts[random.below(n)]++;
        }
        double[] mean = new double[columns];
        for (int i = 0; i < n; i++) {
            if (counts[i] > 0) {
                add(mean, values[i], (double) counts[i] / n);
            }
        }
        return mean;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    double mean(int column) {
        return means[column];
    }

    /** Percentile over the draws; NaN for a single item, which says nothing of others. */
    double percentile(int column, double share) {
        if (n < 2) {
            return Double.NaN;
        }
        double[] sorted = drawn[column].clone();
        Arrays.sort(sorted);
        return Percentile.of(sorted, share);
    }

    /**
     * Half width of a 95 % interval of one column that holds for all of columns {@code from} to {@code to} at once, so
     * that the best of them may be picked (max-t; Westfall and Young 1993). NaN for a single item.
     */
    double simultaneous(int column, int from, int to) {
        if (n < 2) {
            return Double.NaN;
        }
        double[] farthest = new double[draws];
        for (int c = from; c < to; c++) {
            double error = error(c);
            for (int draw = 0; draw < draws && error > 0; draw++) {
                farthest[draw] = Math.max(farthest[draw], Math.abs(drawn[c][draw] - means[c]) / error);
            }
        }
        Arrays.sort(farthest);
        return Percentile.of(farthest, 0.95) * error(column);
    }

    private double error(int column) {
        double mean = Arrays.stream(drawn[column]).average().orElseThrow();
        double squares = Arrays.stream(drawn[column])
                .map(x -> (x - mean) * (x - mean))
                .sum();
        return Math.sqrt(squares / draws);
    }
}
