package org.vectorscope.cli.bench;

/**
 * What a job cannot do without.
 *
 * @param bytes read from memory: weights once per pass, at their precision (spectrum: its rows, once)
 * @param passes over the weights; a part of one where only some blocks or only the head run
 * @param flops floating-point operations of the matrix products, a multiply-add counted as two
 */
public record Load(double bytes, double passes, double flops) {
    static final Load NONE = new Load(0, 0, 0);

    Load plus(Load other) {
        return new Load(bytes + other.bytes, passes + other.passes, flops + other.flops);
    }

    /** Seconds below which no program gets on a machine of these speeds, if it overlaps reading and computing. */
    public double leastSeconds(double bytesPerSecond, double flopsPerSecond) {
        return Math.max(bytes / bytesPerSecond, flops / flopsPerSecond);
    }
}
