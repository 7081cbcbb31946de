package org.vectorscope.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.file.Json;

class ActivationGeometryTest {
    private static final double THRESHOLD = 1e-3;

    @ParameterizedTest
    @ValueSource(strings = {"many", "few", "one more than wide"})
    void theReportIsNumpysAndScipys(String name) {
        GeometryFixture fixture = GeometryFixture.of(name);
        ActivationCloud cloud = new ActivationCloud(fixture.vector().length);
        fixture.rows().forEach(cloud::add);

        GeometryReport report = ActivationGeometry.ofCorpus(3, cloud).report(Optional.of(fixture.vector()), THRESHOLD);

        double largest = fixture.doubles("eigenvalues")[0];
        assertThat(report.eigenvalues()).containsExactly(fixture.doubles("eigenvalues"), within(1e-10 * largest));
        assertThat(report.totalVariance()).isCloseTo(fixture.number("totalVariance"), within(1e-10 * largest));
        assertThat(report.effectiveRank()).isCloseTo(fixture.number("effectiveRank"), within(1e-8));
        assertThat(report.participationRatio()).isCloseTo(fixture.number("participationRatio"), within(1e-8));
        assertThat(report.nullSpace().dimension()).isEqualTo((int) fixture.number("dimension"));
        assertThat(report.vectorEnergy().inNullSpace()).isCloseTo(fixture.number("inNullSpace"), within(1e-5));
        assertThat(report.vectorEnergy().cumulative()).containsExactly(fixture.doubles("cumulative"), within(1e-5));
        assertThat(report.activationNorms()).containsExactly(fixture.doubles("norms"), within(1e-9 * largest));
        assertThat(report.vectorNorm()).isCloseTo(Rows.norm(fixture.vector()), within(1e-9));
    }

    @Test
    void pairsAreTheRowsOfBothSides() {
        GeometryFixture fixture = GeometryFixture.of("few");

        GeometryReport report = ActivationGeometry.ofPairs(5, fixture.rows()).report(Optional.empty(), THRESHOLD);

        assertThat(report.source()).isEqualTo("pairs");
        assertThat(report.n()).isEqualTo(20);
        assertThat(report.pairDifferenceNorms()).containsExactly(fixture.doubles("differences"), within(1e-9));
        assertThat(report.vectorNorm()).isNull();
        assertThat(report.vectorEnergy()).isNull();
    }

    @Test
    void theJsonHasTheNamesOfTheCommand() {
        GeometryFixture fixture = GeometryFixture.of("few");
        JsonNode json = Json.mapper()
                .valueToTree(
                        ActivationGeometry.ofPairs(5, fixture.rows()).report(Optional.of(fixture.vector()), THRESHOLD));

        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "layer",
                        "n",
                        "d",
                        "source",
                        "activationNorms",
                        "pairDifferenceNorms",
                        "vectorNorm",
                        "eigenvalues",
                        "totalVariance",
                        "effectiveRank",
                        "participationRatio",
                        "nullSpace",
                        "vectorEnergy");
        assertThat(json.get("nullSpace").fieldNames())
                .toIterable()
                .containsExactly("threshold", "rule", "dimension", "fraction", "rankFloor", "randomNull");
        assertThat(json.get("nullSpace").get("randomNull").fieldNames())
                .toIterable()
                .containsExactly("mean", "low", "high");
        assertThat(json.get("vectorEnergy").fieldNames())
                .toIterable()
                .containsExactly("inNullSpace", "expectedAtRandom", "cumulative");
    }

    @Property(tries = 20)
    void dataOfRankRHasRNonZeroEigenvalues(
            @ForAll @IntRange(min = 3, max = 50) int n,
            @ForAll @IntRange(min = 2, max = 30) int d,
            @ForAll @IntRange(min = 1, max = 8) int r,
            @ForAll long seed) {
        Spectrum spectrum = spectrum(GeometryFixture.rankRows(n, d, r, seed), d);

        // float32 rows leave the subspace by their rounding: 1e-7 in length, 1e-14 in variance, against spread-out λ
        assertThat(spectrum.rank(1e-11)).isEqualTo(Math.min(r, Math.min(n - 1, d)));
    }

    @Property(tries = 20)
    void fewerRowsThanDimensionsLeaveTheRankFloorNull(
            @ForAll @IntRange(min = 2, max = 40) int n, @ForAll @IntRange(min = 2, max = 60) int d, @ForAll long seed) {
        Spectrum spectrum = spectrum(GeometryFixture.rankRows(n, d, d, seed), d);

        assertThat(spectrum.eigenvalues()).hasSize(Math.min(n - 1, d));
        assertThat(spectrum.rankFloor()).isEqualTo(Math.max(0, d - (n - 1)));
        assertThat(d - spectrum.rank(THRESHOLD)).isGreaterThanOrEqualTo(spectrum.rankFloor());
    }

    @Property(tries = 10)
    void neitherOrderNorOriginOfTheRowsMatters(@ForAll long seed) {
        List<float[]> rows = GeometryFixture.rankRows(40, 12, 12, seed);
        List<float[]> changed = new ArrayList<>();
        rows.forEach(row -> changed.add(shifted(row)));
        Collections.shuffle(changed, new Random(seed));

        double[] there = spectrum(rows, 12).eigenvalues();

        assertThat(spectrum(changed, 12).eigenvalues()).containsExactly(there, within(1e-4 * there[0]));
    }

    @Test
    void anIsotropicCloudHasNoNullSpace() {
        Random random = new Random(4);
        ActivationCloud cloud = new ActivationCloud(30);
        for (int i = 0; i < 3000; i++) {
            float[] row = new float[30];
            for (int j = 0; j < 30; j++) {
                row[j] = (float) random.nextGaussian();
            }
            cloud.add(row);
        }
        ActivationGeometry geometry = ActivationGeometry.ofCorpus(0, cloud);

        assertThat(geometry.nullSpace(0.05).dimension()).isZero();
        assertThat(geometry.nullSpace(0.05).randomNull()).isEqualTo(new RandomNull.Count(0, 0, 0));
        assertThat(geometry.basis().spectrum().effectiveRank()).isBetween(29.5, 30.0);
    }

    @Test
    void rowsAllAlikeHaveNoVarianceAndNothingButNullSpace() {
        List<float[]> rows = List.of(new float[] {1, 2, 3}, new float[] {1, 2, 3}, new float[] {1, 2, 3});
        GeometryReport report =
                ActivationGeometry.ofPairs(0, rows).report(Optional.of(new float[] {1, 0, 0}), THRESHOLD);

        assertThat(report.totalVariance()).isZero();
        assertThat(report.effectiveRank()).isZero();
        assertThat(report.nullSpace().dimension()).isEqualTo(3);
        assertThat(report.vectorEnergy().inNullSpace()).isEqualTo(1);
    }

    @Test
    void oneRowIsNoCloud() {
        ActivationCloud cloud = new ActivationCloud(3);
        cloud.add(new float[] {1, 2, 3});
        assertThatThrownBy(cloud::basis).isInstanceOf(IllegalStateException.class);
    }

    private static float[] shifted(float[] row) {
        float[] shifted = row.clone();
        for (int j = 0; j < shifted.length; j++) {
            shifted[j] += 16 * (j - 5);
        }
        return shifted;
    }

    private static Spectrum spectrum(List<float[]> rows, int d) {
        ActivationCloud cloud = new ActivationCloud(d);
        rows.forEach(cloud::add);
        return cloud.basis().spectrum();
    }
}
