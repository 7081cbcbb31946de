package org.vectorscope.geometry;

import java.util.Arrays;

/**
 * What the spectrum would be if the rows were n isotropic Gaussian draws: 20 of them, seeds 0 … 19.
 *
 * <p>The covariance of such draws is a Wishart matrix, whose eigenvalues are exactly those of B Bᵀ / (n − 1) for a
 * bidiagonal B of independent chi variables (Dumitriu and Edelman 2002, β = 1): no n × d matrix is ever drawn.
 */
public final class RandomNull {
    public static final int SEEDS = 20;

    private final int d;
    private final Spectrum[] spectra;

    private RandomNull(int d, Spectrum[] spectra) {
        this.d = d;
        this.spectra = spectra;
    }

    /** @param low 2.5th percentile over the seeds; @param high 97.5th */
    public record Count(double mean, double low, double high) {}

    /** @param n at least 2 */
    public static RandomNull of(int n, int d) {
        Spectrum[] spectra = new Spectrum[SEEDS];
        for (int seed = 0; seed < SEEDS; seed++) {
            spectra[seed] = new Spectrum(n, d, wishart(n - 1, d, new Gaussians(seed, 0)));
        }
        return new RandomNull(d, spectra);
    }

    /** Null-space dimension at this threshold. */
    public Count dimension(double threshold) {
        double[] dimensions = Arrays.stream(spectra)
                .mapToDouble(spectrum -> d - spectrum.rank(threshold))
                .sorted()
                .toArray();
        double mean = Arrays.stream(dimensions).average().orElseThrow();
        return new Count(mean, Percentile.of(dimensions, 0.025), Percentile.of(dimensions, 0.975));
    }

    /** [min(n − 1, d)] mean eigenvalues, scaled so that their sum is {@code totalVariance}. */
    public double[] meanEigenvalues(double totalVariance) {
        double[] mean = new double[spectra[0].eigenvalues().length];
        for (Spectrum spectrum : spectra) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] += spectrum.eigenvalues()[k];
            }
        }
        double scale = totalVariance / Arrays.stream(mean).sum();
        return Arrays.stream(mean).map(value -> value * scale).toArray();
    }

    /** min(freedom, d) non-zero eigenvalues, descending, of W_d(I, freedom) / freedom. */
    private static double[] wishart(int freedom, int d, Gaussians random) {
        int m = Math.min(freedom, d);
        int longer = Math.max(freedom, d);
        double[] on = new double[m]; // χ² of the diagonal of B
        double[] below = new double[m - 1]; // χ² of its subdiagonal
        for (int i = 0; i < m; i++) {
            on[i] = random.chiSquare(longer - i);
        }
        for (int i = 0; i < m - 1; i++) {
            below[i] = random.chiSquare(m - 1 - i);
        }
        double[] diagonal = new double[m];
        double[] beside = new double[m - 1];
        for (int i = 0; i < m; i++) {
            diagonal[i] = on[i] + (i > 0 ? below[i - 1] : 0);
        }
        for (int i = 0; i < m - 1; i++) {
            beside[i] = Math.sqrt(on[i] * below[i]);
        }
        double[] ascending = SymmetricKernel.tridiagonalEigenvalues(diagonal, beside);
        double[] values = new double[m];
        for (int i = 0; i < m; i++) {
            values[i] = ascending[m - 1 - i] / freedom;
        }
        return Spectrum.clipped(values, m);
    }
}
