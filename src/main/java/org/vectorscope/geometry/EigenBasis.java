package org.vectorscope.geometry;

import java.util.Arrays;
import java.util.List;

/**
 * A spectrum with its directions.
 *
 * @param spectrum eigenvalues λ_1 ≥ λ_2 ≥ …
 * @param directions [k][d], unit, orthogonal, one for each eigenvalue that is not rounding; the d − k that are left
 *     span what no row reaches
 */
public record EigenBasis(Spectrum spectrum, float[][] directions) {
    /** Eigenvalues below this share of the largest are rounding: their directions mean nothing in the Gram route. */
    private static final double ROUNDING = 1e-12;

    /**
     * Of few rows: eigenvectors of the n × n Gram matrix where that is the smaller one, else of the covariance.
     *
     * @param rows each [d], at least two
     */
    public static EigenBasis of(List<float[]> rows) {
        int n = rows.size();
        int d = rows.getFirst().length;
        if (n < 2) {
            throw new IllegalArgumentException("a covariance needs at least two rows");
        }
        return n <= d ? ofGram(rows, n, d) : ofCovariance(rows, d);
    }

    public static EigenBasis of(StreamingCovariance stream, int d) {
        SymmetricEigen eigen = SymmetricEigen.of(stream.covariance(), d);
        int n = (int) Math.min(Integer.MAX_VALUE, stream.n());
        Spectrum spectrum = new Spectrum(n, d, Spectrum.clipped(eigen.values(), Math.min(n - 1, d)));
        float[][] directions = new float[meaningful(spectrum)][];
        for (int k = 0; k < directions.length; k++) {
            directions[k] = Rows.floats(eigen.vectors()[k]);
        }
        return new EigenBasis(spectrum, directions);
    }

    private static EigenBasis ofCovariance(List<float[]> rows, int d) {
        StreamingCovariance stream = new StreamingCovariance(d, StreamingCovariance.Precision.DOUBLE);
        rows.forEach(stream::add);
        return of(stream, d);
    }

    private static EigenBasis ofGram(List<float[]> rows, int n, int d) {
        double[] centred = Rows.centred(rows); // [n, d]
        SymmetricEigen eigen = SymmetricEigen.of(Gram.of(centred, n, d), n);
        double[] values = Arrays.stream(Spectrum.clipped(eigen.values(), Math.min(n - 1, d)))
                .map(value -> value / (n - 1))
                .toArray();
        Spectrum spectrum = new Spectrum(n, d, values);
        float[][] directions = new float[meaningful(spectrum)][];
        for (int k = 0; k < directions.length; k++) {
            directions[k] = Rows.unit(Rows.combination(centred, eigen.vectors()[k], d));
        }
        return new EigenBasis(spectrum, directions);
    }

    private static int meaningful(Spectrum spectrum) {
        return spectrum.rank(ROUNDING);
    }

    /** Length of {@code v} along each direction, squared: [k]; their sum is at most ‖v‖². */
    public double[] energies(float[] v) {
        double[] energies = new double[directions.length];
        for (int k = 0; k < energies.length; k++) {
            double along = Rows.dot(directions[k], v);
            energies[k] = along * along;
        }
        return energies;
    }

    /** The directions that are not null at this threshold: [rank][d]. */
    public float[][] range(double threshold) {
        return Arrays.copyOf(directions, Math.min(directions.length, spectrum.rank(threshold)));
    }
}
