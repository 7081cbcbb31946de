package org.vectorscope.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vectorscope.study.SideBySideResult.ArmResult;
import org.vectorscope.study.SideBySideResult.PromptResult;
import org.vectorscope.study.SideBySideResult.Sample;

/** What each arm does to the trait, held against the arm none of the same prompts; every arm is treated alike. */
public final class ArmEffects {
    private ArmEffects() {}

    /**
     * One arm against none; numbers that do not exist are null. The standard deviation in d is that between texts, whatever
     * their number a prompt, so that d does not grow with it; the interval redraws prompts.
     *
     * @param n texts of the arm that have a score
     * @param prompts over which they are spread
     * @param mean trait score of the arm, −1 to 1; @param meanNone of none
     * @param d Cohen's d of the trait score, signed; @param low and @param high its 95 % interval, prompts redrawn whole
     * @param chance95 |d| that shuffled labels reach in 1 of 20 cases
     * @param p share of shufflings with |d| at least as large
     * @param seen whether chance would rarely show as much
     * @param logOdds the same on the log odds of the score, which have no ceiling
     * @param promptMeans the same with one mean score a prompt: its standard deviation is that between prompts
     */
    public record ArmEffect(
            String arm,
            int n,
            int prompts,
            double mean,
            double meanNone,
            @Nullable Double d,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double chance95,
            @Nullable Double p,
            boolean seen,
            Measured logOdds,
            Measured promptMeans) {}

    /** What {@link ArmEffect} says of the trait score, of another reading of the same texts. */
    public record Measured(
            double mean,
            double meanNone,
            @Nullable Double d,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable Double chance95,
            @Nullable Double p,
            boolean seen) {
        static Measured of(Scores pushed, Scores none) {
            Effect effect = EffectSizes.compare(pushed, none, 0);
            return new Measured(
                    pushed.mean(),
                    none.mean(),
                    plain(effect.d()),
                    plain(effect.low()),
                    plain(effect.high()),
                    plain(effect.chance95()),
                    plain(effect.p()),
                    effect.isSeen());
        }

        private static @Nullable Double plain(double value) {
            return Double.isFinite(value) ? value : null;
        }
    }

    /** One effect an arm but none, in order; empty without an arm none or without scores. */
    public static List<ArmEffect> of(SideBySideResult result) {
        List<String> names =
                result.prompts().getFirst().arms().stream().map(ArmResult::name).toList();
        int none = names.indexOf(ArmKind.NONE.word());
        List<ArmEffect> effects = new ArrayList<>();
        for (int arm = 0; none >= 0 && arm < names.size(); arm++) {
            if (arm != none) {
                Scores pushed = scores(result.prompts(), arm, Sample::traitScore);
                Scores reference = scores(result.prompts(), none, Sample::traitScore);
                if (pushed.n() > 1 && reference.n() > 1) {
                    Measured logOdds = Measured.of(
                            scores(result.prompts(), arm, Sample::traitLogOdds),
                            scores(result.prompts(), none, Sample::traitLogOdds));
                    effects.add(effect(names.get(arm), pushed, reference, logOdds));
                }
            }
        }
        return effects;
    }

    private static ArmEffect effect(String arm, Scores pushed, Scores none, Measured logOdds) {
        Measured score = Measured.of(pushed, none);
        return new ArmEffect(
                arm,
                pushed.n(),
                (int) Arrays.stream(pushed.clusters()).distinct().count(),
                score.mean(),
                score.meanNone(),
                score.d(),
                score.low(),
                score.high(),
                score.chance95(),
                score.p(),
                score.seen(),
                logOdds,
                Measured.of(promptMeans(pushed), promptMeans(none)));
    }

    private static Scores scores(List<PromptResult> prompts, int arm, Function<Sample, @Nullable Double> number) {
        List<Double> values = new ArrayList<>();
        List<Integer> clusters = new ArrayList<>();
        for (int prompt = 0; prompt < prompts.size(); prompt++) {
            for (Sample sample : prompts.get(prompt).arms().get(arm).samples()) {
                Double value = number.apply(sample);
                if (value != null) {
                    values.add(value);
                    clusters.add(prompt);
                }
            }
        }
        return scores(values, clusters);
    }

    /** One number a prompt. */
    private static Scores promptMeans(Scores scores) {
        Map<Integer, Double> means = new TreeMap<>();
        for (int prompt : scores.clusters()) {
            means.computeIfAbsent(prompt, scores::meanOf);
        }
        return scores(List.copyOf(means.values()), List.copyOf(means.keySet()));
    }

    private static Scores scores(List<Double> values, List<Integer> clusters) {
        return new Scores(
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                clusters.stream().mapToInt(Integer::intValue).toArray());
    }
}
