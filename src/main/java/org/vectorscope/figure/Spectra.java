package org.vectorscope.figure;

import static org.vectorscope.figure.Layer.Dash.DASHED;
import static org.vectorscope.figure.Layer.Dash.SOLID;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vectorscope.figure.Layer.Words;

/** The two charts that share the component axis and the threshold. */
public final class Spectra {
    /** Nothing below this share of the largest eigenvalue is more than rounding. */
    private static final double LEAST = 1e-8;

    private static final int SMOOTH = 120;

    private Spectra() {}

    /**
     * @param eigenvalues [m], descending
     * @param random eigenvalues of Gaussian data of the same n and d, each sample's relative to its own largest; mean
     *     and range over seeds, [m]; empty arrays for none
     * @param threshold share of the largest eigenvalue below which a direction counts as null
     * @param n activations
     * @param d width of the model
     */
    public record Spectrum(double[] eigenvalues, Charts.Interval random, double threshold, int n, int d) {
        /** Directions that no n activations can fill. */
        public int rankFloor() {
            return Math.max(0, d - (n - 1));
        }

        /** Number of eigenvalues at or above the threshold. */
        public int above() {
            return (int) Arrays.stream(eigenvalues)
                    .filter(e -> e >= threshold * eigenvalues[0])
                    .count();
        }
    }

    /** Log-log: eigenvalues relative to the largest, the random null, the threshold that the reader may move. */
    public static Chart.Panel spectrum(Spectrum s) {
        double[] relative =
                Arrays.stream(s.eigenvalues).map(e -> e / s.eigenvalues[0]).toArray();
        double low = lowest(relative, s.threshold);
        List<Layer> layers = new ArrayList<>();
        floor(s).ifPresent(layers::add);
        if (s.random.mean().length > 0) {
            layers.add(curve(new Words("", "random, same n, d"), Ink.REFERENCE, DASHED, s.random.mean(), low));
        }
        layers.add(curve(Words.of("activations"), Ink.V, SOLID, relative, low));
        int above = s.above();
        Words words = new Words(
                "threshold " + Quantity.scientific(s.threshold) + " × largest",
                "k = " + (above + 1) + " … " + s.d + " lie below: " + (s.d - above));
        layers.add(new Layer.Rule(
                words, Ink.THRESHOLD, SOLID, Layer.Grip.DRAGGED, Layer.Way.ACROSS, Math.max(s.threshold, low)));
        if (above < relative.length) {
            layers.add(new Layer.Ring(Words.NONE, Ink.THRESHOLD, crossing(relative, above, s.threshold), s.threshold));
        }
        Axis y = new Axis("Eigenvalue / largest (log)", Axis.Scale.DECADES, low, 1.8);
        return new Chart.Panel(components(s.d), y, layers);
    }

    /**
     * Share of the vector's energy in the first k components, beside that of a random direction: its mean k/d and 95 %
     * band, from the variance 2k(d − k) / (d²(d + 2)) of a Beta(k/2, (d − k)/2).
     *
     * @param cumulative [m], ascending to at most 1
     */
    public static Chart.Panel energy(double[] cumulative, Spectrum s) {
        List<Layer> layers = new ArrayList<>();
        floor(s).map(f -> new Layer.NoFinding(Words.NONE, f.way(), f.from(), f.to()))
                .ifPresent(layers::add);
        layers.addAll(randomDirection(s.d));
        layers.add(vector(cumulative, s.d));
        int above = s.above();
        layers.add(new Layer.Rule(
                Words.of("k = " + above),
                Ink.THRESHOLD,
                SOLID,
                Layer.Grip.FIXED,
                Layer.Way.UPRIGHT,
                Math.max(1, above)));
        Axis y = new Axis("Share of v’s energy (in components 1 … k)", Axis.Scale.LINEAR, 0, 1.05);
        return new Chart.Panel(components(s.d), y, layers);
    }

    /** Share of a random direction's energy in k of d components: its mean, and the band around it. */
    static List<Layer> randomDirection(int d) {
        double[] k = ks(d);
        double[] mean = Arrays.stream(k).map(i -> i / d).toArray();
        double[] half = Arrays.stream(k)
                .map(i -> 1.96 * Math.sqrt(2 * i * (d - i) / ((double) d * d * (d + 2.0))))
                .toArray();
        double[] low = IntStream.range(0, k.length)
                .mapToDouble(i -> Math.max(0, mean[i] - half[i]))
                .toArray();
        double[] high = IntStream.range(0, k.length)
                .mapToDouble(i -> Math.min(1, mean[i] + half[i]))
                .toArray();
        return List.of(
                new Layer.Band("random direction, 95 % interval", Ink.REFERENCE, k, low, high),
                Charts.line("random, 95 % band", Ink.REFERENCE, DASHED, k, mean));
    }

    /** Level to the end where nothing is left for the components beyond. */
    private static Layer.Line vector(double[] cumulative, int d) {
        int m = cumulative.length;
        boolean complete = m > 0 && m < d && cumulative[m - 1] > 0.9995;
        double[] x = IntStream.rangeClosed(1, complete ? m + 1 : m)
                .mapToDouble(i -> i > m ? d : i)
                .toArray();
        double[] y = IntStream.range(0, x.length)
                .mapToDouble(i -> cumulative[Math.min(i, m - 1)])
                .toArray();
        return Charts.line("v", Ink.V, SOLID, x, y);
    }

    private static java.util.Optional<Layer.NoFinding> floor(Spectrum s) {
        if (s.rankFloor() == 0) {
            return java.util.Optional.empty();
        }
        Words words = new Words("rank floor", s.rankFloor() + " directions\nno text can fill");
        return java.util.Optional.of(new Layer.NoFinding(words, Layer.Way.UPRIGHT, s.n - 1, s.d));
    }

    static Axis components(int d) {
        return new Axis("Component k (log)", Axis.Scale.LOG, 1, d);
    }

    static Layer.Line curve(Words words, Ink ink, Layer.Dash dash, double[] values, double low) {
        int shown = (int) Arrays.stream(values).takeWhile(v -> v >= low).count();
        double[] x = IntStream.rangeClosed(1, shown).asDoubleStream().toArray();
        double[] y = Arrays.copyOf(values, shown);
        return new Layer.Line(words, ink, dash, Layer.Dots.NONE, Layer.LabelAt.ALONG, x, y);
    }

    static double lowest(double[] relative, double threshold) {
        double least = Arrays.stream(relative).filter(r -> r > LEAST).min().orElse(threshold);
        return Math.pow(10, Math.floor(Math.log10(Math.max(LEAST, Math.min(least, threshold)) * 0.7)));
    }

    /** Where the curve meets the threshold, between the last component above it and the next, on log axes. */
    static double crossing(double[] relative, int above, double threshold) {
        if (above == 0 || relative[above] <= 0) {
            return Math.max(1, above);
        }
        double from = Math.log(relative[above - 1]);
        double to = Math.log(relative[above]);
        double share = from == to ? 0 : (from - Math.log(threshold)) / (from - to);
        return Math.exp(Math.log(above) + share * (Math.log(above + 1.0) - Math.log(above)));
    }

    /** Enough components for a smooth curve on a logarithmic axis, 1 and d among them. */
    static double[] ks(int d) {
        return IntStream.rangeClosed(0, SMOOTH)
                .mapToDouble(i -> Math.rint(Math.pow(d, (double) i / SMOOTH)))
                .distinct()
                .toArray();
    }
}
