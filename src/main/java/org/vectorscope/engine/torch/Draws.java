package org.vectorscope.engine.torch;

/**
 * The random number of one draw, from its place alone: a counter, hashed. SplitMix64's finalizer (Steele, Lea, Flood:
 * Fast Splittable Pseudorandom Number Generators, 2014) over seed, sample and step in turn, each added to the hash of
 * what is before it times the golden ratio; the upper 53 bits are the number.
 */
final class Draws {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Draws() {}

    /** Uniform in [0, 1). */
    static double uniform(long seed, int sample, int step) {
        long hash = mix(mix(mix(seed + GOLDEN) * GOLDEN + sample) * GOLDEN + step);
        return (hash >>> 11) * 0x1.0p-53;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
