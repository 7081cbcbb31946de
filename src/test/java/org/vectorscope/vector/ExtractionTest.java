package org.vectorscope.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.geometry.Rows;
import org.vectorscope.job.Monitor;

class ExtractionTest {
    @ParameterizedTest
    @CsvSource({
        "clear,mean", "clear,pca", "clear,pca-centred", "clear,logistic",
        "weak,mean", "weak,pca", "weak,pca-centred", "weak,logistic",
        "wide,mean", "wide,pca", "wide,pca-centred", "wide,logistic"
    })
    void eachMethodGivesTheVectorOfNumpyAndScikitLearn(String name, String word) {
        PairFixture fixture = PairFixture.of(name);
        float[] expected = Rows.floats(fixture.doubles("/methods/" + word + "/vector"));

        float[] vector = extraction(fixture, word).vectors().get(PairFixture.LAYER);

        assertThat(Rows.cosine(vector, expected)).isCloseTo(1, within(1e-7));
        assertThat(Rows.norm(vector)).isCloseTo(Rows.norm(expected), within(1e-5 * Rows.norm(expected)));
    }

    @ParameterizedTest
    @CsvSource({"clear,mean,1e-9", "weak,pca,1e-9", "wide,pca,1e-9", "clear,logistic,1e-4", "weak,logistic,1e-4"})
    void steeringVectorsAggregatorsAgree(String name, String word, double tolerance) {
        PairFixture fixture = PairFixture.of(name);
        float[] theirs = Rows.floats(fixture.doubles("/steeringVectors/" + word));

        assertThat(1 - Rows.cosine(extraction(fixture, word).vectors().get(PairFixture.LAYER), theirs))
                .isLessThan(tolerance);
    }

    @ParameterizedTest
    @CsvSource({
        "clear,mean",
        "clear,pca",
        "clear,pca-centred",
        "clear,logistic",
        "weak,mean",
        "weak,pca",
        "weak,logistic",
        "wide,mean",
        "wide,pca",
        "wide,logistic"
    })
    void heldOutSeparationIsThatOfRefittingWithoutEachPair(String name, String word) {
        PairFixture fixture = PairFixture.of(name);

        LayerReport report = extraction(fixture, word).layers().getFirst();

        assertThat(report.auc()).isCloseTo(fixture.number("/methods/" + word + "/auc"), within(2e-3));
        assertThat(report.dPrime())
                .isCloseTo(fixture.number("/methods/" + word + "/dPrime"), within(2e-3 * Math.abs(report.dPrime())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"clear", "weak", "wide"})
    void agreementNormsAndStabilityAreNumpys(String name) {
        PairFixture fixture = PairFixture.of(name);
        double[] cosines = fixture.doubles("/cosines");
        double[] stability = fixture.doubles("/stability");

        LayerReport report = extraction(fixture, "mean").layers().getFirst();
        List<PairReport> pairs = Extraction.pairs(fixture.activations(), PairFixture.LAYER);

        assertThat(report.residualNorm()).isCloseTo(fixture.number("/residualNorm"), within(1e-6));
        for (int i = 0; i < cosines.length; i++) {
            assertThat(pairs.get(i).cosine()).isCloseTo(cosines[i], within(1e-9));
        }
        assertThat(report.meanCosine())
                .isCloseTo(java.util.Arrays.stream(cosines).average().orElseThrow(), within(1e-9));
        // 1,000 draws against 20,000: the tolerance is the sampling error of the percentiles
        assertThat(report.stability().mean()).isCloseTo(stability[0], within(0.02));
        assertThat(report.stability().low()).isCloseTo(stability[1], within(0.04));
        assertThat(report.stability().high()).isCloseTo(stability[2], within(0.02));
    }

    @ParameterizedTest
    @EnumSource(ExtractionMethod.class)
    void swappingTheSidesTurnsTheVectorRound(ExtractionMethod method) {
        PairActivations pairs = PairFixture.of("clear").activations();
        List<float[]> swapped = new ArrayList<>(pairs.rows(PairFixture.LAYER));
        for (int i = 0; i < swapped.size(); i += 2) {
            Collections.swap(swapped, i, i + 1);
        }
        float[] there = vector(pairs, method);
        float[] back = vector(new PairActivations(new TreeMap<>(java.util.Map.of(PairFixture.LAYER, swapped))), method);

        assertThat(Rows.cosine(there, back)).isCloseTo(-1, within(1e-6));
    }

    @ParameterizedTest
    @EnumSource(ExtractionMethod.class)
    void theOrderOfThePairsDoesNotMatter(ExtractionMethod method) {
        PairActivations pairs = PairFixture.of("clear").activations();
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, pairs.n()).boxed().toList());
        Collections.shuffle(order, new Random(3));

        assertThat(Rows.cosine(vector(pairs, method), vector(pairs.only(order), method)))
                .isCloseTo(1, within(1e-7));
    }

    @ParameterizedTest
    @EnumSource(ExtractionMethod.class)
    void unrelatedPairsShowNoAgreementAndNoSeparation(ExtractionMethod method) {
        PairActivations noise = noise(150, 60, 5);

        LayerReport report =
                Extraction.of(noise, method, 0, Monitor.NONE).layers().getFirst();

        assertThat(report.meanCosine()).isBetween(-0.05, 0.05);
        assertThat(report.auc()).isBetween(0.42, 0.58);
        assertThat(report.stability().low()).isLessThan(0.8);
    }

    @Test
    void theSameSeedGivesTheSameReportAndAnotherSeedAnotherBand() {
        PairActivations pairs = PairFixture.of("weak").activations();

        assertThat(Extraction.of(pairs, ExtractionMethod.MEAN, 1, Monitor.NONE).layers())
                .isEqualTo(Extraction.of(pairs, ExtractionMethod.MEAN, 1, Monitor.NONE)
                        .layers())
                .isNotEqualTo(Extraction.of(pairs, ExtractionMethod.MEAN, 2, Monitor.NONE)
                        .layers());
    }

    @Test
    void onePairGivesAVectorAndNoStatistics() {
        PairActivations one = PairFixture.of("clear").activations().only(List.of(0));

        Extraction extraction = Extraction.of(one, ExtractionMethod.MEAN, 0, Monitor.NONE);

        LayerReport report = extraction.layers().getFirst();
        assertThat(report.norm()).isPositive();
        assertThat(report.meanCosine()).isNaN();
        assertThat(report.auc()).isNaN();
        assertThat(report.dPrime()).isNaN();
        assertThat(report.stability()).isEqualTo(Interval.NONE);
        assertThat(extraction.recommendation(12).layer()).isEqualTo(PairFixture.LAYER);
    }

    @Test
    void everyLayerIsReportedInOrder() {
        List<float[]> rows = noise(5, 8, 1).rows(0);
        TreeMap<Integer, List<float[]>> byLayer = new TreeMap<>();
        List.of(4, 0, 9).forEach(layer -> byLayer.put(layer, rows));

        Extraction extraction = Extraction.of(new PairActivations(byLayer), ExtractionMethod.MEAN, 0, Monitor.NONE);

        assertThat(extraction.layers()).extracting(LayerReport::layer).containsExactly(0, 4, 9);
        assertThat(extraction.vectors().keySet()).containsExactly(0, 4, 9);
    }

    static PairActivations noise(int n, int d, long seed) {
        Random random = new Random(seed);
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < 2 * n; i++) {
            float[] row = new float[d];
            for (int j = 0; j < d; j++) {
                row[j] = (float) random.nextGaussian();
            }
            rows.add(row);
        }
        return new PairActivations(new TreeMap<>(java.util.Map.of(0, rows)));
    }

    private static Extraction extraction(PairFixture fixture, String word) {
        return Extraction.of(fixture.activations(), ExtractionMethod.parse("test", word), 7, Monitor.NONE);
    }

    private static float[] vector(PairActivations pairs, ExtractionMethod method) {
        return Extraction.vectors(pairs, method, Monitor.NONE).get(PairFixture.LAYER);
    }
}
