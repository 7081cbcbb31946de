package org.vectorscope.geometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How the next token's logits answer to changes of the residual stream at one layer, at the last token of several
 * prompts: J = ∂ logits / ∂ {@code resid_post.layer}. The null space of a covariance is where activations do not vary;
 * that of J is where a change has no effect. They are different matrices.
 *
 * @param layer where the change is made
 * @param d width of the model
 * @param vocabulary height of J
 * @param step ε of the central differences, as a share of ‖h‖
 * @param prompts one each
 */
public record JacobianGeometry(int layer, int d, int vocabulary, double step, List<Prompt> prompts) {
    /** Thresholds of σ / σ_max that are always reported: both stand in Venkatesh and Kurapath's code (2026). */
    public static final List<Double> THRESHOLDS = List.of(0.01, 0.05);

    /**
     * @param tokens length of the prompt
     * @param logits of the logits as they are
     * @param fisher of the next token's distribution: changes are as long as they are to tell apart
     */
    public record Prompt(int tokens, Response logits, Response fisher) {}

    /** What a change of the output counts as. */
    public enum Measure {
        LOGITS,
        FISHER;

        public Response of(Prompt prompt) {
            return this == LOGITS ? prompt.logits() : prompt.fisher();
        }
    }

    /** The same counts for a Gaussian J of this shape. */
    public RandomNull isotropic() {
        return RandomNull.of(vocabulary + 1, d);
    }

    public boolean hasVector() {
        return prompts.getFirst().logits().energies().length > 0;
    }

    public OverPrompts nullFraction(Measure measure, double threshold) {
        return OverPrompts.within(0, 1, each(measure, r -> (double) r.nullDimension(threshold) / d));
    }

    /** Share of the vector's energy that has no effect at this threshold. */
    public OverPrompts nullEnergy(Measure measure, double threshold) {
        return OverPrompts.within(0, 1, each(measure, r -> r.nullEnergy(threshold)));
    }

    /** How many times a random direction's effect the vector has, at equal length. */
    public OverPrompts gain(Measure measure) {
        return OverPrompts.within(0, Double.MAX_VALUE, each(measure, Response::gain));
    }

    /** [d] mean over prompts of σ² / σ²_max. */
    public double[] relativeSquares(Measure measure) {
        return mean(measure, r -> {
            double[] relative = r.squares().clone();
            for (int k = 0; k < d; k++) {
                relative[k] /= r.squares()[0];
            }
            return relative;
        });
    }

    /** [d] mean over prompts of the share of the vector's energy in the first k right singular vectors. */
    public double[] cumulative(Measure measure) {
        return mean(measure, Response::cumulative);
    }

    private interface Curve {
        double[] of(Response response);
    }

    private double[] mean(Measure measure, Curve curve) {
        double[] mean = new double[d];
        for (Prompt prompt : prompts) {
            double[] values = curve.of(measure.of(prompt));
            for (int k = 0; k < d; k++) {
                mean[k] += values[k] / prompts.size();
            }
        }
        return mean;
    }

    private double[] each(Measure measure, ToDoubleFunction<Response> value) {
        return prompts.stream().map(measure::of).mapToDouble(value).toArray();
    }

    /** @param threshold of σ / σ_max, beside the two that are always reported */
    public JacobianReport report(double threshold) {
        List<Double> thresholds = new ArrayList<>(THRESHOLDS);
        if (!thresholds.contains(threshold)) {
            thresholds.add(threshold);
        }
        return new JacobianReport(
                layer,
                prompts.size(),
                d,
                vocabulary,
                step,
                prompts.stream().map(Prompt::tokens).toList(),
                part(Measure.LOGITS, thresholds),
                part(Measure.FISHER, thresholds));
    }

    private JacobianReport.Part part(Measure measure, List<Double> thresholds) {
        RandomNull isotropic = isotropic();
        List<JacobianReport.NullSpace> spaces = thresholds.stream()
                .map(t -> new JacobianReport.NullSpace(
                        t,
                        JacobianReport.RULE,
                        Arrays.stream(each(measure, r -> r.nullDimension(t)))
                                .mapToInt(x -> (int) x)
                                .toArray(),
                        nullFraction(measure, t),
                        isotropic.dimension(t * t).mean() / d,
                        hasVector() ? nullEnergy(measure, t) : null))
                .toList();
        return new JacobianReport.Part(
                prompts.stream()
                        .map(p -> Arrays.stream(measure.of(p).squares())
                                .map(Math::sqrt)
                                .toArray())
                        .toList(),
                OverPrompts.within(1, d, each(measure, Response::effectiveRank)),
                spaces,
                hasVector() ? gain(measure) : null);
    }
}
