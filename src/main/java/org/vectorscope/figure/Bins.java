package org.vectorscope.figure;

import java.util.Arrays;

/**
 * Equal bins with round edges, or bins of equal ratio.
 *
 * @param edges [bins + 1]
 * @param counts [bins]
 */
public record Bins(double[] edges, double[] counts) {
    private static final double WANTED = 13;
    private static final double A_DECADE = 8;

    /** About a dozen bins between the least and the greatest value. */
    public static Bins of(double[] values) {
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(1);
        double width = Quantity.niceStep(Math.max((high - low) / WANTED, Math.max(Math.abs(high), 1e-9) * 1e-3));
        double first = Math.floor(low / width) * width;
        int n = Math.max(1, (int) Math.floor((high - first) / width) + 1);
        double[] edges = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            edges[i] = first + i * width;
        }
        return counted(edges, values);
    }

    /** Eight bins a decade, for values above 0 of which some are many times the rest. */
    public static Bins ofRatios(double[] values) {
        double low = Arrays.stream(values).filter(v -> v > 0).min().orElse(1);
        double high = Arrays.stream(values).max().orElse(low);
        double first = Math.floor(Math.log10(low) * A_DECADE);
        int n = Math.max(1, (int) (Math.floor(Math.log10(Math.max(low, high)) * A_DECADE) - first) + 1);
        double[] edges = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            edges[i] = Math.pow(10, (first + i) / A_DECADE);
        }
        return counted(edges, values);
    }

    private static Bins counted(double[] edges, double[] values) {
        double[] counts = new double[edges.length - 1];
        for (double value : values) {
            counts[index(edges, value)]++;
        }
        return new Bins(edges, counts);
    }

    /** The bin of a value that was counted. */
    public int of(double value) {
        return index(edges, value);
    }

    /** By the edges themselves: a division would round differently now and then. */
    private static int index(double[] edges, double value) {
        int found = Arrays.binarySearch(edges, value);
        return Math.clamp(found >= 0 ? found : -found - 2, 0, edges.length - 2);
    }

    public double tallest() {
        return Arrays.stream(counts).max().orElse(0);
    }
}
