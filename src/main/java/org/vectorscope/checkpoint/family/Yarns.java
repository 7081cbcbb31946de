package org.vectorscope.checkpoint.family;

/** YaRN's factor on cosines and sines (arXiv 2309.00071, eq. 22). */
final class Yarns {
    private Yarns() {}

    static double mscale(double factor, double weight) {
        return factor <= 1 ? 1 : 0.1 * weight * Math.log(factor) + 1;
    }
}
