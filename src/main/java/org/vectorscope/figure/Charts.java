package org.vectorscope.figure;

import static org.vectorscope.figure.Layer.Dash.DASHED;
import static org.vectorscope.figure.Layer.Dash.SOLID;
import static org.vectorscope.figure.Layer.Grip.FIXED;
import static org.vectorscope.figure.Layer.Way.UPRIGHT;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.vectorscope.figure.Layer.Words;

/** The product's charts from plain numbers. */
public final class Charts {
    /** Times the median from which the greatest length calls for a logarithmic axis. */
    private static final double FAR = 20;

    private Charts() {}

    /**
     * L2 norms of the activations with the vector's beside them.
     *
     * @param norms [n]
     * @param counted what is counted, for the y title: {@code Texts}
     */
    public static Chart.Panel activationNorms(double[] norms, double vectorNorm, String counted) {
        boolean apart = areFarApart(norms);
        Bins bins = apart ? Bins.ofRatios(norms) : Bins.of(norms);
        double mean = Arrays.stream(norms).average().orElse(0);
        Words v = new Words(
                "‖v‖ = " + Quantity.digits(vectorNorm, 3),
                Quantity.digits(vectorNorm / mean, 2) + " of the mean activation");
        return histogram(
                bins,
                new Titles(
                        apart ? "L2 norm (log)" : "L2 norm",
                        counted + " (n = " + norms.length + ")",
                        apart ? Axis.Scale.LOG : Axis.Scale.LINEAR,
                        Layer.Pick.NONE),
                new java.util.TreeSet<>(),
                new Layer.Rule(v, Ink.V, SOLID, FIXED, UPRIGHT, vectorNorm),
                mean(mean));
    }

    /**
     * L2 norms of h⁺ − h⁻ of each pair.
     *
     * @param norms [pairs]
     * @param selected indices of selected bars of {@link Bins#of(double[])} of the norms
     */
    public static Chart.Panel pairDifferences(double[] norms, double vectorNorm, SortedSet<Integer> selected) {
        double mean = Arrays.stream(norms).average().orElse(0);
        return histogram(
                Bins.of(norms),
                new Titles(
                        "L2 norm of the pair difference ‖Δ‖",
                        "Pairs (n = " + norms.length + ")",
                        Axis.Scale.LINEAR,
                        Layer.Pick.BY_READER),
                selected,
                new Layer.Rule(
                        Words.of("‖v‖ = " + Quantity.digits(vectorNorm, 3)), Ink.V, SOLID, FIXED, UPRIGHT, vectorNorm),
                mean(mean));
    }

    private record Titles(String x, String y, Axis.Scale scale, Layer.Pick pick) {}

    /** Some tokens draw activations a hundred times as long as the rest: on one linear axis, one bar would hold all. */
    private static boolean areFarApart(double[] norms) {
        double[] sorted = Arrays.stream(norms).sorted().toArray();
        return sorted.length > 0 && sorted[0] > 0 && sorted[sorted.length - 1] > FAR * sorted[sorted.length / 2];
    }

    private static Layer.Rule mean(double mean) {
        Words words = new Words("", "mean " + Quantity.digits(mean, 3));
        return new Layer.Rule(words, Ink.TEXT, DASHED, FIXED, UPRIGHT, mean);
    }

    private static Chart.Panel histogram(Bins bins, Titles titles, SortedSet<Integer> selected, Layer.Rule... rules) {
        Axis x = titles.scale == Axis.Scale.LOG ? ratios(bins, titles.x, rules) : lengths(bins, titles.x, rules);
        // room above the tallest bar for the words at the rules
        Axis y = new Axis(titles.y, Axis.Scale.COUNT, 0, Math.max(2, bins.tallest() * 1.18));
        List<Layer> layers = new java.util.ArrayList<>();
        layers.add(new Layer.Bars(titles.y, bins.edges(), bins.counts(), titles.pick, selected));
        layers.addAll(List.of(rules));
        return new Chart.Panel(x, y, layers);
    }

    /** From 0 to a round value behind all that is drawn. */
    private static Axis lengths(Bins bins, String title, Layer.Rule... rules) {
        double end = Arrays.stream(rules)
                .mapToDouble(Layer.Rule::at)
                .reduce(bins.edges()[bins.edges().length - 1], Math::max);
        double step = Quantity.niceStep(end / 5);
        double high = Math.ceil(end / step * 2 + 1e-9) * step / 2;
        return new Axis(title, Axis.Scale.LINEAR, 0, Math.max(high, end * 1.02));
    }

    private static Axis ratios(Bins bins, String title, Layer.Rule... rules) {
        double[] places = DoubleStream.concat(
                        Arrays.stream(bins.edges()), Arrays.stream(rules).mapToDouble(Layer.Rule::at))
                .filter(at -> at > 0)
                .sorted()
                .toArray();
        return new Axis(title, Axis.Scale.DECADES, places[0] / 1.25, places[places.length - 1] * 1.25);
    }

    /**
     * Agreement, separability and stability of the vector of each layer, and below them its length beside the
     * activations'.
     *
     * @param agreement [layers], mean cosine of each pair difference with the mean of the others
     * @param auc [layers], of held-out projections
     * @param stability bootstrap cosine of v with itself
     * @param normRatio [layers], ‖v‖/‖h‖
     */
    public record Layers(
            double[] agreement,
            double[] auc,
            Interval stability,
            double[] normRatio,
            int recommended,
            String ratioLabel) {}

    /** One value a point, with its interval. */
    public record Interval(double[] mean, double[] low, double[] high) {}

    public static Chart.Stack layers(Layers m) {
        int n = m.agreement.length;
        double[] layer = IntStream.range(0, n).asDoubleStream().toArray();
        int best = m.recommended;
        double least = Math.min(0, Math.floor(Arrays.stream(m.agreement).min().orElse(0) * 4) / 4);
        Axis x = new Axis("Layer (residual stream after block ℓ, counted from 0)", Axis.Scale.WHOLE, -0.6, n - 0.4);
        Chart.Panel measures = new Chart.Panel(
                x,
                new Axis("Agreement, AUC, stability (0–1)", Axis.Scale.LINEAR, least, 1.12),
                List.of(
                        new Layer.Highlight(best - 0.5, best + 0.5),
                        new Layer.Band(
                                "stability, 95 % interval", Ink.REFERENCE, layer, m.stability.low, m.stability.high),
                        line("Stability, 95 % band", Ink.REFERENCE, DASHED, layer, m.stability.mean),
                        line("AUC", Ink.MINUS_V, SOLID, layer, m.auc),
                        new Layer.Line(
                                Words.of("Agreement"),
                                Ink.V,
                                SOLID,
                                Layer.Dots.EACH,
                                Layer.LabelAt.END,
                                layer,
                                m.agreement),
                        new Layer.Ring(Words.of(Quantity.hundredths(m.auc[best])), Ink.MINUS_V, best, m.auc[best]),
                        new Layer.Ring(
                                Words.of(Quantity.hundredths(m.agreement[best])), Ink.V, best, m.agreement[best])));
        return new Chart.Stack(List.of(measures, normRatio(m, x)), List.of(5, 2));
    }

    private static Chart.Panel normRatio(Layers m, Axis x) {
        int n = m.normRatio.length;
        double tallest = Arrays.stream(m.normRatio).max().orElse(1);
        double step = Quantity.niceStep(tallest / 2);
        double[] edges = IntStream.rangeClosed(0, n).mapToDouble(i -> i - 0.5).toArray();
        SortedSet<Integer> best = new java.util.TreeSet<>(List.of(m.recommended));
        return new Chart.Panel(
                x,
                new Axis("Norm ratio ‖v‖/‖h‖", Axis.Scale.LINEAR, 0, Math.max(step, Math.ceil(tallest / step) * step)),
                List.of(
                        new Layer.Bars("norm ratio", edges, m.normRatio, Layer.Pick.NONE, best),
                        new Layer.Margin(
                                new Words(
                                        Quantity.hundredths(m.normRatio[m.recommended]) + " at " + m.recommended,
                                        m.ratioLabel),
                                Ink.V,
                                m.normRatio[m.recommended])));
    }

    static Layer.Line line(String name, Ink ink, Layer.Dash dash, double[] x, double[] y) {
        return new Layer.Line(Words.of(name), ink, dash, Layer.Dots.NONE, Layer.LabelAt.ALONG, x, y);
    }

    /** @param values [names, names], cosines */
    public static Chart.Matrix cosines(List<String> names, double[][] values) {
        return new Chart.Matrix(names, names, values);
    }

    /** @param floor half width of what two draws of the same thing would differ by: 1.96 · √(2/n) */
    public static Chart.Forest effects(List<Chart.Effect> rows, double floor) {
        double widest = rows.stream()
                .mapToDouble(r -> Math.max(Math.abs(r.low()), Math.abs(r.high())))
                .filter(Double::isFinite)
                .reduce(Math.max(1, floor), Math::max);
        double end = Math.ceil(widest * 2) / 2;
        Axis x = new Axis("Cohen’s d against none", Axis.Scale.LINEAR, -end, end);
        return new Chart.Forest(x, floor, "none", rows);
    }
}
