package org.vectorscope.geometry;

/** Percentiles by linear interpolation between order statistics (numpy's default, Hyndman and Fan's type 7). */
public final class Percentile {
    private Percentile() {}

    /** @param sorted ascending, not empty; @param share 0 … 1 */
    public static double of(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
