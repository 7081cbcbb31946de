package org.vectorscope.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vectorscope.study.SideBySideResult.ArmResult;
import org.vectorscope.study.SideBySideResult.PromptResult;

/** What each arm does to the trait score, held against the arm none of the same prompts. */
public final class ArmEffects {
    private ArmEffects() {}

    /**
     * One arm against none; numbers that do not exist are null.
     *
     * @param n texts of the arm that have a score
     * @param prompts over which they are spread
     * @param mean trait score of the arm; @param meanNone of none
     * @param d Cohen's d, signed; @param low and @param high its 95 % interval, prompts redrawn whole
     * @param chance95 |d| that shuffled labels reach in 1 of 20 cases
     * @param p share of shufflings with |d| at least as large
     * @param seen whether chance would rarely show as much
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
            boolean seen) {}

    /** One effect an arm but none, in order; empty without an arm none or without scores. */
    public static List<ArmEffect> of(SideBySideResult result) {
        List<String> names =
                result.prompts().getFirst().arms().stream().map(ArmResult::name).toList();
        int none = names.indexOf(ArmKind.NONE.word());
        List<ArmEffect> effects = new ArrayList<>();
        for (int arm = 0; none >= 0 && arm < names.size(); arm++) {
            if (arm != none) {
                Scores pushed = scores(result.prompts(), arm);
                Scores reference = scores(result.prompts(), none);
                if (pushed.n() > 1 && reference.n() > 1) {
                    effects.add(effect(names.get(arm), pushed, reference));
                }
            }
        }
        return effects;
    }

    private static ArmEffect effect(String arm, Scores pushed, Scores none) {
        Effect effect = EffectSizes.compare(pushed, none, 0);
        return new ArmEffect(
                arm,
                pushed.n(),
                (int) Arrays.stream(pushed.clusters()).distinct().count(),
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

    private static Scores scores(List<PromptResult> prompts, int arm) {
        List<Double> values = new ArrayList<>();
        List<Integer> clusters = new ArrayList<>();
        for (int prompt = 0; prompt < prompts.size(); prompt++) {
            for (SideBySideResult.Sample sample :
                    prompts.get(prompt).arms().get(arm).samples()) {
                if (sample.traitScore() != null) {
                    values.add(sample.traitScore());
                    clusters.add(prompt);
                }
            }
        }
        return new Scores(
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                clusters.stream().mapToInt(Integer::intValue).toArray());
    }
}
