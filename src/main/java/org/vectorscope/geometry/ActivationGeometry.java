package org.vectorscope.geometry;

import java.util.List;
import java.util.Optional;

/**
 * Everything about a cloud of activations that a threshold or a vector may be held against at once.
 *
 * @param layer where they were read
 * @param source pairs or corpus
 * @param activationNorms [n]
 * @param pairDifferenceNorms [n / 2] for pairs, empty for a corpus
 * @param basis of their covariance
 * @param random what isotropic noise of the same n and d would show
 */
public record ActivationGeometry(
        int layer,
        Source source,
        double[] activationNorms,
        double[] pairDifferenceNorms,
        EigenBasis basis,
        RandomNull random) {
    public static final double DEFAULT_THRESHOLD = 1e-3;

    public enum Source {
        PAIRS,
        CORPUS;

        public String word() {
            return this == PAIRS ? "pairs" : "corpus";
        }
    }

    /** @param rows [2n] both sides of each pair in turn */
    public static ActivationGeometry ofPairs(int layer, List<float[]> rows) {
        int d = rows.getFirst().length;
        ActivationCloud cloud = new ActivationCloud(d);
        rows.forEach(cloud::add);
        double[] differences = new double[rows.size() / 2];
        for (int pair = 0; pair < differences.length; pair++) {
            differences[pair] = distance(rows.get(2 * pair), rows.get(2 * pair + 1));
        }
        return of(layer, Source.PAIRS, cloud, differences);
    }

    public static ActivationGeometry ofCorpus(int layer, ActivationCloud cloud) {
        return of(layer, Source.CORPUS, cloud, new double[0]);
    }

    private static ActivationGeometry of(int layer, Source source, ActivationCloud cloud, double[] differences) {
        EigenBasis basis = cloud.basis();
        RandomNull random = RandomNull.of(cloud.n(), basis.spectrum().d());
        return new ActivationGeometry(layer, source, cloud.norms(), differences, basis, random);
    }

    public NullSpace nullSpace(double threshold) {
        return basis.spectrum().nullSpace(threshold, random);
    }

    public GeometryReport report(Optional<float[]> vector, double threshold) {
        Spectrum spectrum = basis.spectrum();
        return new GeometryReport(
                layer,
                spectrum.n(),
                spectrum.d(),
                source.word(),
                activationNorms,
                pairDifferenceNorms,
                vector.map(Rows::norm).orElse(null),
                spectrum.eigenvalues(),
                spectrum.totalVariance(),
                spectrum.effectiveRank(),
                spectrum.participationRatio(),
                nullSpace(threshold),
                vector.map(v -> VectorEnergy.of(v, basis, threshold)).orElse(null));
    }

    private static double distance(float[] a, float[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            double apart = (double) a[j] - b[j];
            sum += apart * apart;
        }
        return Math.sqrt(sum);
    }
}
