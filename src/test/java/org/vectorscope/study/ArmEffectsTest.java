package org.vectorscope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.vectorscope.score.Fluency;
import org.vectorscope.score.TraitScorer;
import org.vectorscope.study.ArmEffects.ArmEffect;

class ArmEffectsTest {
    /** Log odds of two texts for each of three prompts. */
    private static final double[][] NONE = {{1.0, 1.6}, {2.0, 2.6}, {3.0, 3.4}};

    private static final double[][] V = {{2.0, 2.4}, {3.0, 3.8}, {4.0, 4.6}};

    @Test
    void everyArmIsHeldAgainstNoneOnAllReadings() {
        ArmEffect v = ArmEffects.of(result(Map.of("none", NONE, "v", V), 3)).getFirst();

        assertThat(v.n()).isEqualTo(6);
        assertThat(v.prompts()).isEqualTo(3);
        assertThat(v.logOdds().d()).isCloseTo(EffectSizes.cohensD(flat(V), flat(NONE)), within(1e-12));
        assertThat(v.d()).isCloseTo(EffectSizes.cohensD(bounded(V), bounded(NONE)), within(1e-12));
        assertThat(v.mean()).isCloseTo(DoubleStream.of(bounded(V)).average().orElseThrow(), within(1e-12));
    }

    @Test
    void theEffectOverPromptsTakesTheSpreadOfTheirMeans() {
        ArmEffect v = ArmEffects.of(result(Map.of("none", NONE, "v", V), 3)).getFirst();

        assertThat(v.promptMeans().d()).isCloseTo(EffectSizes.cohensD(means(V), means(NONE)), within(1e-12));
        assertThat(v.promptMeans().mean()).isCloseTo(v.mean(), within(1e-12));
    }

    @Test
    void moreOfTheSameTextsAPromptDoNotRaiseTheEffectMuch() {
        double[][] none = {{1.0, 1.6, 1.0, 1.6}, {2.0, 2.6, 2.0, 2.6}, {3.0, 3.4, 3.0, 3.4}};
        double[][] v = {{2.0, 2.4, 2.0, 2.4}, {3.0, 3.8, 3.0, 3.8}, {4.0, 4.6, 4.0, 4.6}};

        ArmEffect few = ArmEffects.of(result(Map.of("none", NONE, "v", V), 3)).getFirst();
        ArmEffect many = ArmEffects.of(result(Map.of("none", none, "v", v), 3)).getFirst();

        // n − 1 against n in the standard deviation: √(11/10 · …) and no more
        assertThat(many.d()).isBetween(few.d(), few.d() * Math.sqrt((22.0 / 24) / (10.0 / 12)) + 1e-9);
        assertThat(many.promptMeans().d()).isCloseTo(few.promptMeans().d(), within(1e-12));
    }

    @Test
    void withoutScoresThereIsNoEffect() {
        double[][] no = {{Double.NaN}, {Double.NaN}};

        assertThat(ArmEffects.of(result(Map.of("none", no, "v", no), 2))).isEmpty();
    }

    private static SideBySideResult result(Map<String, double[][]> arms, int prompts) {
        List<SideBySideResult.PromptResult> all = new ArrayList<>();
        for (int prompt = 0; prompt < prompts; prompt++) {
            List<SideBySideResult.ArmResult> columns = new ArrayList<>();
            for (String arm : List.of("none", "v")) {
                List<SideBySideResult.Sample> samples = DoubleStream.of(arms.get(arm)[prompt])
                        .mapToObj(ArmEffectsTest::sample)
                        .toList();
                columns.add(new SideBySideResult.ArmResult(arm, 1, null, samples));
            }
            all.add(new SideBySideResult.PromptResult("prompt " + prompt, columns));
        }
        return new SideBySideResult("model", 0, 1, "vector", 1, 0, 0, all, null);
    }

    private static SideBySideResult.Sample sample(double logOdds) {
        @Nullable Double odds = Double.isNaN(logOdds) ? null : logOdds;
        @Nullable Double score = odds == null ? null : TraitScorer.bounded(odds);
        return new SideBySideResult.Sample(
                new int[0], "", false, null, null, score, odds, null, Fluency.of(""), List.of(), new double[0]);
    }

    private static double[] flat(double[][] values) {
        return List.of(values).stream().flatMapToDouble(DoubleStream::of).toArray();
    }

    private static double[] bounded(double[][] values) {
        return DoubleStream.of(flat(values)).map(TraitScorer::bounded).toArray();
    }

    private static double[] means(double[][] values) {
        return List.of(values).stream()
                .mapToDouble(row ->
                        DoubleStream.of(row).map(TraitScorer::bounded).average().orElseThrow())
                .toArray();
    }
}
