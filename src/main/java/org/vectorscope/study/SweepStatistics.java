package org.vectorscope.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vectorscope.study.SweepMap.Best;
import org.vectorscope.study.SweepMap.Layer;
import org.vectorscope.study.SweepMap.Mean;
import org.vectorscope.study.SweepMap.Verdict;

/** From the propensities of single items to the map. */
public final class SweepStatistics {
    private static final int DRAWS = 2000;
    /** Enough for an interval that the next item will change. */
    private static final int PROVISIONAL = 200;

    private static final long SEED = 0;

    private final List<Integer> layers;
    private final double[] strengths;
    private final int n;
    private final int items;
    private final ItemBootstrap bootstrap;
    private final double[] antiSteerable; // [layers]

    private SweepStatistics(SweepSpec spec, Collection<ItemPropensities> done) {
        this.layers = List.copyOf(spec.vectors().keySet());
        this.strengths = spec.strengths();
        this.items = spec.items().size();
        this.n = done.size();
        this.antiSteerable = new double[layers.size()];
        double[][] values = done.stream().map(this::columns).toArray(double[][]::new);
        this.bootstrap = new ItemBootstrap(values, n < items ? PROVISIONAL : DRAWS, SEED);
        for (int layer = 0; layer < antiSteerable.length; layer++) {
            int slope = slope(layer);
            antiSteerable[layer] =
                    Arrays.stream(values).filter(item -> item[slope] <= 0).count() / (double) n;
        }
    }

    /** @param done at least one item */
    public static SweepMap of(SweepSpec spec, Collection<ItemPropensities> done) {
        return new SweepStatistics(spec, done).map();
    }

    /**
     * Slope of the least-squares line of {@code propensity} over {@code strengths}: the steerability of Tan et al.
     * (2024), equation 3.
     */
    public static double slope(double[] strengths, float[] propensity) {
        double centre = Arrays.stream(strengths).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < strengths.length; i++) {
            double x = strengths[i] - centre;
            products += x * propensity[i];
            squares += x * x;
        }
        return products / squares;
    }

    /** [1 + layers + layers · strengths]: unsteered, slope of each layer, change of each cell. */
    private double[] columns(ItemPropensities item) {
        double[] columns = new double[1 + layers.size() * (1 + strengths.length)];
        columns[0] = item.unsteered();
        for (int layer = 0; layer < layers.size(); layer++) {
            float[] row = item.steered()[layer];
            columns[slope(layer)] = slope(strengths, row);
            for (int strength = 0; strength < row.length; strength++) {
                columns[change(layer, strength)] = (double) row[strength] - item.unsteered();
            }
        }
        return columns;
    }

    private int slope(int layer) {
        return 1 + layer;
    }

    private int change(int layer, int strength) {
        return 1 + layers.size() + layer * strengths.length + strength;
    }

    private SweepMap map() {
        List<Layer> rows = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            rows.add(row(layer));
        }
        Mean unsteered = new Mean(bootstrap.mean(0), low(0), high(0));
        return new SweepMap(strengths, List.copyOf(rows), unsteered, n, items, best());
    }

    private Layer row(int layer) {
        double[] propensity = new double[strengths.length];
        @Nullable Double[] low = new Double[strengths.length];
        @Nullable Double[] high = new Double[strengths.length];
        for (int strength = 0; strength < strengths.length; strength++) {
            int column = change(layer, strength);
            propensity[strength] = bootstrap.mean(0) + bootstrap.mean(column);
            low[strength] = low(column);
            high[strength] = high(column);
        }
        int slope = slope(layer);
        return new Layer(
                layers.get(layer),
                propensity,
                bootstrap.mean(slope),
                low(slope),
                high(slope),
                antiSteerable[layer],
                n,
                low,
                high);
    }

    private Best best() {
        int layer = largest(slope(0), layers.size());
        int strength = largest(change(layer, 0), strengths.length);
        int cell = change(layer, strength);
        double change = bootstrap.mean(cell);
        double changeWidth = bootstrap.simultaneous(cell, change(0, 0), change(layers.size(), 0));
        double slope = bootstrap.mean(slope(layer));
        double width = bootstrap.simultaneous(slope(layer), slope(0), slope(layers.size()));
        return new Best(
                layers.get(layer),
                strengths[strength],
                bootstrap.mean(0) + change,
                change,
                plain(change - changeWidth),
                plain(change + changeWidth),
                slope,
                plain(slope - width),
                plain(slope + width),
                verdict(slope - width, slope + width));
    }

    private static Verdict verdict(double low, double high) {
        if (Double.isNaN(low)) {
            return Verdict.UNDECIDED;
        }
        return low > 0 ? Verdict.STEERS : high < 0 ? Verdict.AGAINST : Verdict.NO_EFFECT;
    }

    /** Which of {@code count} columns from {@code first} on has the largest mean. */
    private int largest(int first, int count) {
        int best = 0;
        for (int i = 1; i < count; i++) {
            if (bootstrap.mean(first + i) > bootstrap.mean(first + best)) {
                best = i;
            }
        }
        return best;
    }

    private @Nullable Double low(int column) {
        return plain(bootstrap.percentile(column, 0.025));
    }

    private @Nullable Double high(int column) {
        return plain(bootstrap.percentile(column, 0.975));
    }

    private static @Nullable Double plain(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
