package org.vectorscope.study;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The layer × strength map over the items that are done; the components are the JSON's names. Intervals are 95 %, over
 * redrawn items; null where there is one item only.
 *
 * @param strengths multiples of each layer's vector, ascending
 * @param layers ascending
 * @param unsteered mean propensity without a vector: the same for every layer
 * @param n items that are done
 * @param items all items that were asked for
 */
public record SweepMap(double[] strengths, List<Layer> layers, Mean unsteered, int n, int items, Best best) {
    /** A mean with its interval. */
    public record Mean(double mean, @Nullable Double low, @Nullable Double high) {}

    /**
     * @param layer steered after this block, from 0
     * @param propensity [strengths] mean logit difference of the letters, matching minus not matching
     * @param changeLow [strengths] lower end of propensity minus the unsteered one, item by item
     * @param changeHigh [strengths] upper end
     * @param slope of the least-squares line over the strengths, logits a unit of strength
     * @param antiSteerable share of items whose own slope is not positive
     */
    public record Layer(
            int layer,
            double[] propensity,
            double slope,
            @Nullable Double low,
            @Nullable Double high,
            double antiSteerable,
            int n,
            @Nullable Double[] changeLow,
            @Nullable Double[] changeHigh) {}

    public enum Verdict {
        /** The interval of the best slope lies above 0. */
        STEERS,
        /** It holds 0. */
        NO_EFFECT,
        /** It lies below 0: at every layer the vector acts against its name. */
        AGAINST,
        /** One item has no interval. */
        UNDECIDED
    }

    /**
     * The layer with the largest slope, at the strength with the largest propensity there. The intervals hold for all
     * layers (all cells) at once, since the best was picked after looking.
     *
     * @param change of the cell against the unsteered propensity
     */
    public record Best(
            int layer,
            double strength,
            double propensity,
            double change,
            @Nullable Double changeLow,
            @Nullable Double changeHigh,
            double slope,
            @Nullable Double low,
            @Nullable Double high,
            Verdict verdict) {}

    /** Whether all items are in. */
    public boolean complete() {
        return n == items;
    }

    public Layer at(int layer) {
        return layers.stream().filter(l -> l.layer() == layer).findFirst().orElseThrow();
    }
}
