package org.vectorscope.geometry;

/**
 * Independent standard normal numbers that depend on (seed, index) alone: the same on every machine and Java version,
 * which {@link java.util.Random} does not promise. SplitMix64 (Steele, Lea, Flood 2014) under Box–Muller with
 * {@link StrictMath}.
 */
public final class Gaussians {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;
    private double spare = Double.NaN;

    /** @param index which of the streams of this seed; streams of neighbouring indices are unrelated */
    public Gaussians(long seed, long index) {
        state = mix(mix(seed + GOLDEN) + index * GOLDEN + 1);
    }

    /** Uniform in the open interval (0, 1). */
    public double uniform() {
        return ((nextLong() >>> 11) + 0.5) * 0x1p-53;
    }

    /** Uniform in 0 … bound − 1. */
    public int below(int bound) {
        return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
    }

    public double next() {
        if (!Double.isNaN(spare)) {
            double value = spare;
            spare = Double.NaN;
            return value;
        }
        double radius = StrictMath.sqrt(-2 * StrictMath.log(uniform()));
        double angle = 2 * StrictMath.PI * uniform();
        spare = radius * StrictMath.sin(angle);
        return radius * StrictMath.cos(angle);
    }

    public double[] next(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = next();
        }
        return values;
    }

    /** Chi-square with {@code freedom} degrees of freedom: twice a Gamma(freedom / 2), by Marsaglia and Tsang (2000). */
    public double chiSquare(int freedom) {
        if (freedom == 1) {
            double z = next();
            return z * z;
        }
        double d = freedom / 2.0 - 1.0 / 3;
        double c = 1 / StrictMath.sqrt(9 * d);
        while (true) {
            double x = next();
            double t = 1 + c * x;
            double v = t * t * t;
            if (v > 0 && StrictMath.log(uniform()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
                return 2 * d * v;
            }
        }
    }

    private long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
