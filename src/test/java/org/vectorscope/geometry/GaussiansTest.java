package org.vectorscope.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussiansTest {
    @Test
    void aStreamDependsOnSeedAndIndexAlone() {
        assertThat(new Gaussians(7, 3).next(5)).containsExactly(new Gaussians(7, 3).next(5));
        assertThat(new Gaussians(7, 3).next(5)).isNotEqualTo(new Gaussians(7, 4).next(5));
        assertThat(new Gaussians(7, 3).next(5)).isNotEqualTo(new Gaussians(8, 3).next(5));
    }

    @Test
    void theNumbersStayWhatTheyAreAcrossVersions() {
        // SplitMix64 and Box–Muller written once more in Python
        assertThat(new Gaussians(0, 0).next(4))
                .containsExactly(
                        new double[] {1.0821993744951437, 2.95021023456253, -1.171718208803864, -0.5864143286873679},
                        within(1e-14));
    }

    @Test
    void theyAreStandardNormal() {
        double[] z = new Gaussians(1, 0).next(200_000);

        assertThat(Arrays.stream(z).average().orElseThrow()).isCloseTo(0, within(0.01));
        assertThat(Arrays.stream(z).map(x -> x * x).average().orElseThrow()).isCloseTo(1, within(0.015));
        assertThat(Arrays.stream(z).map(x -> x * x * x * x).average().orElseThrow())
                .isCloseTo(3, within(0.1));
    }

    @Test
    void firstNumbersOfManyStreamsAreIndependentOfEachOther() {
        double[] first = new double[50_000];
        for (int i = 0; i < first.length; i++) {
            first[i] = new Gaussians(0, i).next();
        }
        double lagged = 0;
        for (int i = 1; i < first.length; i++) {
            lagged += first[i] * first[i - 1] / first.length;
        }
        assertThat(lagged).isCloseTo(0, within(0.02));
        assertThat(Arrays.stream(first).map(x -> x * x).average().orElseThrow()).isCloseTo(1, within(0.03));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 500})
    void chiSquareHasItsMeanAndVariance(int freedom) {
        Gaussians random = new Gaussians(2, freedom);
        double[] x = new double[60_000];
        Arrays.setAll(x, i -> random.chiSquare(freedom));
        double mean = Arrays.stream(x).average().orElseThrow();

        assertThat(mean).isCloseTo(freedom, within(0.02 * freedom + 0.01));
        assertThat(Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow())
                .isCloseTo(2.0 * freedom, within(0.12 * freedom));
    }

    @Test
    void belowIsUniform() {
        Gaussians random = new Gaussians(3, 0);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++) {
            counts[random.below(7)]++;
        }
        assertThat(Arrays.stream(counts).boxed()).allMatch(count -> Math.abs(count - 10_000) < 500);
    }
}
