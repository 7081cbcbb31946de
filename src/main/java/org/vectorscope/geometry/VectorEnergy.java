package org.vectorscope.geometry;

import java.util.Arrays;

/**
 * How a vector's squared length spreads over the eigenbasis of the activations.
 *
 * @param inNullSpace share of ‖v‖² in the null space, 0 … 1
 * @param expectedAtRandom the share a random direction would have there: dimension / d
 * @param cumulative [min(n − 1, d)] share of ‖v‖² in the first k eigendirections; stays below 1 where v leaves their
 *     span
 */
public record VectorEnergy(double inNullSpace, double expectedAtRandom, double[] cumulative) {
    private static final int DRAWS = 400;

    public static VectorEnergy of(float[] v, EigenBasis basis, double threshold) {
        Spectrum spectrum = basis.spectrum();
        double square = Rows.dot(v, v);
        if (!(square > 0)) {
            throw new IllegalArgumentException("a vector of length 0 has no direction");
        }
        double[] energies = Arrays.copyOf(basis.energies(v), spectrum.eigenvalues().length);
        int rank = spectrum.rank(threshold);
        double seen =
                Arrays.stream(energies, 0, Math.min(rank, energies.length)).sum() / square;
        double sum = 0;
        double[] cumulative = new double[energies.length];
        for (int k = 0; k < cumulative.length; k++) {
            sum += energies[k] / square;
            cumulative[k] = Math.min(1, sum);
        }
        double nullShare = (double) (spectrum.d() - rank) / spectrum.d();
        return new VectorEnergy(Math.clamp(1 - seen, 0, 1), nullShare, cumulative);
    }

    /** @param low [k] 2.5th percentile; @param mean [k] k / d; @param high [k] 97.5th percentile */
    public record Band(double[] low, double[] mean, double[] high) {}

    /**
     * The same curve for random directions: the first {@code length} shares of a squared Gaussian vector of d numbers,
     * 400 draws. It depends on d alone, not on the basis.
     */
    public static Band randomBand(int length, int d) {
        double[][] shares = new double[length][DRAWS]; // [k][draw]
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] z = new Gaussians(0, draw).next(d);
            double square = Rows.dot(z, z);
            double sum = 0;
            for (int k = 0; k < length; k++) {
                sum += z[k] * z[k] / square;
                shares[k][draw] = sum;
            }
        }
        Band band = new Band(new double[length], new double[length], new double[length]);
        for (int k = 0; k < length; k++) {
            Arrays.sort(shares[k]);
            band.low()[k] = Percentile.of(shares[k], 0.025);
            band.mean()[k] = (k + 1.0) / d;
            band.high()[k] = Percentile.of(shares[k], 0.975);
        }
        return band;
    }
}
