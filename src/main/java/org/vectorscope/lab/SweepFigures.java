package org.vectorscope.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vectorscope.figure.Axis;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Ink;
import org.vectorscope.figure.Layer;
import org.vectorscope.figure.Quantity;
import org.vectorscope.figure.Recipe.Fact;
import org.vectorscope.study.SweepMap;
import org.vectorscope.study.SweepWords;

/** A sweep as figures. */
public final class SweepFigures {
    private static final String LAYERS = "Layer (residual stream after block ℓ, counted from 0)";

    private final Figures figures;
    private final SweepReport report;
    private final SweepMap map;
    private final int decimals;

    /** @param file that the vectors are out of; empty where they are made of the other items */
    public SweepFigures(OpenModel open, VectorSpec spec, Optional<String> file, SweepReport report) {
        this.figures = new Figures(open, spec, file);
        this.report = report;
        this.map = report.map();
        this.decimals = Quantity.decimals(map.layers().stream()
                .flatMapToDouble(layer -> Arrays.stream(layer.propensity()))
                .map(p -> Math.abs(p - map.unsteered().mean()))
                .max()
                .orElse(0));
    }

    /** Propensity at every layer (columns) and strength (rows, the largest on top). */
    public Figure heat() {
        List<List<Chart.Cell>> cells = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (int strength = map.strengths().length - 1; strength >= 0; strength--) {
            int row = strength;
            rows.add(signed(map.strengths()[row]));
            cells.add(map.layers().stream().map(layer -> cell(layer, row)).toList());
        }
        SweepMap.Best best = map.best();
        Chart.Spot marked = new Chart.Spot(
                map.strengths().length - 1 - Arrays.binarySearch(map.strengths(), best.strength()),
                IntStream.range(0, map.layers().size())
                        .filter(i -> map.layers().get(i).layer() == best.layer())
                        .findFirst()
                        .orElse(0));
        Chart.Heat chart = new Chart.Heat(
                LAYERS,
                "Strength (× v)",
                map.layers().stream().map(l -> String.valueOf(l.layer())).toList(),
                rows,
                cells,
                map.unsteered().mean(),
                "unsteered",
                "Propensity (logits)",
                Optional.of(marked));
        return figure("sweep", "Layer × strength", chart, caption());
    }

    private Chart.Cell cell(SweepMap.Layer layer, int strength) {
        double value = layer.propensity()[strength];
        double change = value - map.unsteered().mean();
        @Nullable Double low = layer.changeLow()[strength];
        @Nullable Double high = layer.changeHigh()[strength];
        boolean certain = low != null && high != null && (low > 0 || high < 0);
        String note = String.format(
                Locale.ROOT,
                "Layer %d, %s × v: propensity %s\nchange %s %s, n = %d",
                layer.layer(),
                signed(map.strengths()[strength]),
                number(value),
                (change > 0 ? "+" : "") + number(change),
                interval(low, high),
                layer.n());
        double from = low == null ? Double.NaN : map.unsteered().mean() + low;
        double to = high == null ? Double.NaN : map.unsteered().mean() + high;
        return new Chart.Cell(value, certain, from, to, layer.n(), note);
    }

    /** Slope of each layer with its interval; 0 is no effect. */
    public Figure slopes() {
        double[] layers =
                map.layers().stream().mapToDouble(SweepMap.Layer::layer).toArray();
        double[] slopes =
                map.layers().stream().mapToDouble(SweepMap.Layer::slope).toArray();
        double[] low = column(SweepMap.Layer::low);
        double[] high = column(SweepMap.Layer::high);
        double widest = IntStream.range(0, slopes.length)
                .mapToDouble(i -> Math.max(Math.abs(slopes[i]), largest(low[i], high[i])))
                .reduce(1e-3, Math::max);
        double step = Quantity.niceStep(widest / 2);
        double end = Math.ceil(widest / step) * step;
        SweepMap.Best best = map.best();
        Chart.Panel chart = new Chart.Panel(
                new Axis(LAYERS, Axis.Scale.WHOLE, layers[0] - 0.6, layers[layers.length - 1] + 0.6),
                new Axis("Slope (logits a unit of strength)", Axis.Scale.LINEAR, -end, end),
                List.of(
                        new Layer.Rule(
                                new Layer.Words("", "no effect"),
                                Ink.REFERENCE,
                                Layer.Dash.DASHED,
                                Layer.Grip.FIXED,
                                Layer.Way.ACROSS,
                                0),
                        new Layer.Band("slope, 95 % interval", Ink.V, layers, low, high),
                        new Layer.Line(
                                Layer.Words.of("Slope"),
                                Ink.V,
                                Layer.Dash.SOLID,
                                Layer.Dots.EACH,
                                Layer.LabelAt.END,
                                layers,
                                slopes),
                        new Layer.Ring(
                                Layer.Words.of(Quantity.digits(best.slope(), 2)), Ink.V, best.layer(), best.slope())));
        return figure("sweep-slopes", "Slope of each layer", chart, caption());
    }

    private double[] column(Function<SweepMap.Layer, @Nullable Double> value) {
        return map.layers().stream()
                .mapToDouble(layer -> {
                    Double known = value.apply(layer);
                    return known == null ? layer.slope() : known;
                })
                .toArray();
    }

    private static double largest(double a, double b) {
        return Math.max(Math.abs(a), Math.abs(b));
    }

    private Figure figure(String name, String title, Chart chart, String caption) {
        String command = "sweep " + figures.options() + " --strengths " + strengths() + " --items " + map.items()
                + " --seed " + report.split().seed() + " --json";
        List<Fact> facts = List.of(
                new Fact("Split", split()),
                new Fact("Items", map.n() + " of " + report.split().sweptItems()),
                new Fact("Strengths", strengths()),
                new Fact("Scored", "letter token only"),
                new Fact("Intervals", "95 %, 2,000 redraws of the items"));
        return new Figure(
                name + "-" + report.dataset(),
                title,
                "n = " + map.n() + (map.complete() ? "" : " of " + map.items() + ", provisional"),
                chart,
                caption,
                figures.recipe(facts, command));
    }

    private String split() {
        SweepReport.Split split = report.split();
        String made = split.vectorItems() == 0 ? "" : ", n = " + split.vectorItems();
        return "vectors from " + split.vectorFrom() + made + ", seed " + split.seed();
    }

    private String caption() {
        return String.format(
                Locale.ROOT,
                "Propensity of %s on %s: logit of the matching answer’s letter minus that of the other, mean over %d"
                        + " items, with α times the vector of each layer added from the last prompt token on (%s)."
                        + " Unsteered: %.2f. Slope: least squares over α. %s: %s",
                report.dataset(),
                report.model(),
                map.n(),
                split(),
                map.unsteered().mean(),
                SweepWords.headline(map),
                SweepWords.reason(map));
    }

    private String strengths() {
        return Arrays.stream(map.strengths()).mapToObj(SweepFigures::trimmed).collect(Collectors.joining(","));
    }

    private String interval(@Nullable Double low, @Nullable Double high) {
        return low == null || high == null ? "(no interval)" : "[" + number(low) + ", " + number(high) + "]";
    }

    private String number(double value) {
        return Quantity.fixed(value, decimals);
    }

    private static String signed(double strength) {
        return ((strength > 0 ? "+" : "") + trimmed(strength)).replace('-', '−');
    }

    private static String trimmed(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
