package org.vectorscope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vectorscope.file.Json;
import org.vectorscope.geometry.Gaussians;

class EffectSizesTest {
    @ParameterizedTest
    @CsvSource({"independent,0", "independent,1", "independent,2", "paired,0", "paired,1", "paired,2"})
    void sizeIntervalAndChanceAreThoseOfNumpyAndScipy(String kind, int index) throws IOException {
        JsonNode theirs = fixture().get(kind).get(index);
        double[] a = doubles(theirs.get("a"));
        double[] b = doubles(theirs.get("b"));
        Scores first = Scores.independent(a, 0);
        Scores second = Scores.independent(b, kind.equals("paired") ? 0 : a.length);

        Effect effect = EffectSizes.compare(first, second, 1);

        double d = theirs.get("d").asDouble();
        double width = theirs.get("high").asDouble() - theirs.get("low").asDouble();
        assertThat(effect.d()).isCloseTo(d, within(1e-12));
        assertThat(EffectSizes.cohensD(a, b)).isCloseTo(d, within(1e-12));
        // 2,000 draws against 20,000: the tolerances are the sampling error of the percentiles and of p
        assertThat(effect.low()).isCloseTo(theirs.get("low").asDouble(), within(0.08 * width));
        assertThat(effect.high()).isCloseTo(theirs.get("high").asDouble(), within(0.08 * width));
        assertThat(effect.p()).isCloseTo(theirs.get("p").asDouble(), within(0.04));
        assertThat(effect.chance())
                .isCloseTo(
                        theirs.get("chance").asDouble(),
                        within(0.05 * theirs.get("chance").asDouble()));
    }

    @Test
    void theSignIsThatOfTheFirstArm() {
        assertThat(EffectSizes.cohensD(new double[] {3, 4, 5}, new double[] {1, 2, 3}))
                .isEqualTo(2);
        assertThat(EffectSizes.cohensD(new double[] {1, 2, 3}, new double[] {3, 4, 5}))
                .isEqualTo(-2);
    }

    @Test
    void textsOfOnePromptDoNotCountAsIndependent() {
        Gaussians random = new Gaussians(3, 0);
        double[] a = new double[100];
        double[] b = new double[100];
        int[] prompts = IntStream.range(0, 100).map(i -> i / 20).toArray();
        double[] ofPromptA = random.next(5);
        double[] ofPromptB = random.next(5);
        Arrays.setAll(a, i -> ofPromptA[prompts[i]] + 0.1 * random.next());
        Arrays.setAll(b, i -> ofPromptB[prompts[i]] + 0.1 * random.next());

        Effect clustered = EffectSizes.compare(new Scores(a, prompts), new Scores(b, prompts), 1);
        Effect naive = EffectSizes.compare(Scores.independent(a, 0), Scores.independent(b, 100), 1);

        assertThat(clustered.high() - clustered.low()).isGreaterThan(2 * (naive.high() - naive.low()));
        assertThat(clustered.d()).isCloseTo(naive.d(), within(1e-12));
    }

    @Test
    void chanceShowsTheExpectedSizeWithoutAnyEffect() {
        // mean |d| of two equal normal samples of 9: 0.39 (simulated, arXiv 2602.06801's n)
        double mean = IntStream.range(0, 40)
                .mapToDouble(seed -> {
                    double[] z = new Gaussians(seed, 8).next(18);
                    return EffectSizes.compare(
                                    Scores.independent(Arrays.copyOf(z, 9), 0),
                                    Scores.independent(Arrays.copyOfRange(z, 9, 18), 9),
                                    seed)
                            .chance();
                })
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.39, within(0.02));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        Scores a = Scores.independent(new Gaussians(1, 1).next(30), 0);
        Scores b = Scores.independent(new Gaussians(1, 2).next(30), 0);

        assertThat(EffectSizes.compare(a, b, 5)).isEqualTo(EffectSizes.compare(a, b, 5));
        assertThat(EffectSizes.compare(a, b, 5)).isNotEqualTo(EffectSizes.compare(a, b, 6));
    }

    @Test
    void scoresThatDoNotVaryHaveNoEffectSize() {
        Effect effect = EffectSizes.compare(
                Scores.independent(new double[] {1, 1}, 0), Scores.independent(new double[] {1, 1}, 2), 0);

        assertThat(effect.d()).isNaN();
        assertThat(effect.p()).isNaN();
        assertThat(effect.isSeen()).isFalse();
        assertThat(effect.isNegligible(0.2)).isFalse();
        assertThat(EffectSizes.cohensD(new double[] {1}, new double[] {2})).isNaN();
    }

    @Test
    void scoresThatAreNoNumbersAreRefused() {
        assertThatThrownBy(() -> Scores.independent(new double[] {1, Double.NaN}, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scores(new double[2], new int[3])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void seventyTextsAnArmHaveAFloorOfAThird() {
        assertThat(Effect.noiseFloor(70, 70)).isCloseTo(0.33, within(0.005));
    }

    private static JsonNode fixture() throws IOException {
        try (InputStream in = EffectSizesTest.class.getResourceAsStream("effects.json")) {
            return Json.mapper().readTree(in);
        }
    }

    private static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        Arrays.setAll(values, i -> array.get(i).asDouble());
        return values;
    }
}
