package org.vectorscope.vector;

/** A number with its 95 % interval; all three NaN where there were too few pairs for one. */
public record Interval(double mean, double low, double high) {
    public static final Interval NONE = new Interval(Double.NaN, Double.NaN, Double.NaN);

    public boolean holds(double value) {
        return value >= low && value <= high;
    }
}
