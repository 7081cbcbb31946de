package org.vectorscope.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.CaptureSink;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.Steering;
import org.vectorscope.geometry.Gaussians;
import org.vectorscope.geometry.Percentile;
import org.vectorscope.job.Monitor;

/**
 * Propensities of A/B items under the arms of a side by side, each arm treated alike. Nothing is sampled: an item costs
 * one token an arm, since all arms share what comes before the last token of the question.
 */
public final class LetterShifts {
    private static final int DRAWS = 2000;

    private final LanguageModel model;
    private final List<SweepItem> items;
    private final boolean heldOut;

    /** @param items at least one; @param heldOut whether the vector was made without them */
    public LetterShifts(LanguageModel model, List<SweepItem> items, boolean heldOut) {
        this.model = model;
        this.items = List.copyOf(items);
        this.heldOut = heldOut;
    }

    /**
     * @param steering one per arm
     * @return one per arm, in order; without a shift where no arm is unsteered
     * @throws EngineFailure if a logit is not a number
     */
    public List<LetterShift> of(ArmList arms, List<Steering> steering, Monitor monitor) {
        double[][] propensities = propensities(steering, monitor); // [arms][items]
        List<String> names = arms.arms().stream().map(ArmList.Named::name).toList();
        int none = names.indexOf(ArmKind.NONE.word());
        List<LetterShift> shifts = new ArrayList<>();
        for (int arm = 0; arm < names.size(); arm++) {
            boolean pushed = none >= 0 && arm != none;
            shifts.add(shift(names.get(arm), propensities[arm], pushed ? propensities[none] : null));
        }
        return shifts;
    }

    private double[][] propensities(List<Steering> steering, Monitor monitor) {
        List<int[]> texts = new ArrayList<>();
        List<Steering> pushes = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        for (SweepItem item : items) {
            for (Steering push : steering) {
                texts.add(item.score().prefix());
                pushes.add(push);
                lengths.add(item.promptLength());
            }
        }
        double[][] propensities = new double[steering.size()][items.size()];
        CaptureRequest.Positions last = new CaptureRequest.FromEnd(-1);
        model.capture(
                new CaptureRequest(texts, new TreeSet<>(), last, true, pushes, lengths),
                new Letters(propensities),
                monitor);
        return propensities;
    }

    private LetterShift shift(String arm, double[] propensity, double @Nullable [] none) {
        double mean = Arrays.stream(propensity).average().orElseThrow();
        if (none == null) {
            return new LetterShift(arm, propensity.length, heldOut, mean, null, null, null, null, null);
        }
        double[] moved = new double[propensity.length];
        Arrays.setAll(moved, i -> propensity[i] - none[i]);
        double shift = Arrays.stream(moved).average().orElseThrow();
        double[] redrawn = redrawn(moved);
        double towards = Arrays.stream(moved).filter(m -> m > 0).count() / (double) moved.length;
        boolean many = moved.length > 1;
        return new LetterShift(
                arm,
                moved.length,
                heldOut,
                mean,
                shift,
                many ? Percentile.of(redrawn, 0.025) : null,
                many ? Percentile.of(redrawn, 0.975) : null,
                plain(shift / deviation(moved, shift)),
                towards);
    }

    /** Means of items drawn again with replacement, ascending; every arm meets the same draws. */
    private static double[] redrawn(double[] values) {
        Gaussians random = new Gaussians(0, 0);
        double[] means = new double[DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < values.length; i++) {
                means[draw] += values[random.below(values.length)] / values.length;
            }
        }
        Arrays.sort(means);
        return means;
    }

    private static double deviation(double[] values, double mean) {
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    private static @Nullable Double plain(double value) {
        return Double.isFinite(value) ? value : null;
    }

    /** Texts come in any order: number = item × arms + arm. */
    private final class Letters implements CaptureSink {
        private final double[][] propensities;

        Letters(double[][] propensities) {
            this.propensities = propensities;
        }

        @Override
        public void residual(int text, int layer, int position, float[] values) {}

        @Override
        public void logits(int text, int position, float[] values) {
            int item = text / propensities.length;
            double propensity = items.get(item).score().propensity(values);
            if (!Double.isFinite(propensity)) {
                throw new EngineFailure(
                        "The logits of item " + (item + 1) + " are not finite; less strength may help.");
            }
            propensities[text % propensities.length][item] = propensity;
        }
    }
}
