package org.vectorscope.figure;

import static org.vectorscope.figure.Layer.Dash.DASHED;
import static org.vectorscope.figure.Layer.Dash.SOLID;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.vectorscope.figure.Layer.Words;

/** The same two charts as {@link Spectra} for a Jacobian: how much each direction does, and where the vector lies. */
public final class Responses {
    private static final String DISTRIBUTION = "next-token distribution";
    private static final String LOGITS = "logits";

    private Responses() {}

    /**
     * @param distribution [d], descending: of the next token's distribution
     * @param logits [d], of the logits as they are
     */
    public record Curves(double[] distribution, double[] logits) {}

    /**
     * @param squares σ² relative to the largest
     * @param gaussian the same of a Gaussian matrix of the same shape, [d]
     * @param threshold of σ² below which a direction counts as null
     * @param below words for how many lie below it
     */
    public static Chart.Panel spectrum(Curves squares, double[] gaussian, double threshold, String below) {
        double[] curve = squares.distribution;
        double low = Math.min(
                Spectra.lowest(curve, threshold), Math.min(Spectra.lowest(squares.logits, threshold), threshold / 2));
        List<Layer> layers = new ArrayList<>();
        layers.add(Spectra.curve(new Words("", "Gaussian, same shape"), Ink.REFERENCE, DASHED, gaussian, low));
        layers.add(Spectra.curve(Words.of(LOGITS), Ink.PERP, DASHED, squares.logits, low));
        layers.add(Spectra.curve(Words.of(DISTRIBUTION), Ink.V, SOLID, curve, low));
        Words words = new Words("threshold " + Quantity.scientific(threshold) + " × largest", below);
        layers.add(new Layer.Rule(words, Ink.THRESHOLD, SOLID, Layer.Grip.DRAGGED, Layer.Way.ACROSS, threshold));
        int above = above(curve, threshold);
        if (above < curve.length) {
            layers.add(new Layer.Ring(Words.NONE, Ink.THRESHOLD, Spectra.crossing(curve, above, threshold), threshold));
        }
        Axis y = new Axis("σ² / largest (log)", Axis.Scale.DECADES, low, 1.8);
        return new Chart.Panel(Spectra.components(curve.length), y, layers);
    }

    private static int above(double[] squares, double threshold) {
        return (int) Arrays.stream(squares).filter(s -> s >= threshold).count();
    }

    /**
     * @param cumulative share of the vector's energy in the first k right singular vectors
     * @param above how many directions lie above the threshold
     */
    public static Chart.Panel energy(Curves cumulative, double above) {
        int d = cumulative.distribution.length;
        double[] k = IntStream.rangeClosed(1, d).asDoubleStream().toArray();
        List<Layer> layers = new ArrayList<>(Spectra.randomDirection(d));
        layers.add(Charts.line("v, " + LOGITS, Ink.PERP, DASHED, k, cumulative.logits));
        layers.add(Charts.line("v, " + DISTRIBUTION, Ink.V, SOLID, k, cumulative.distribution));
        layers.add(new Layer.Rule(
                Words.of("k = " + Math.round(above)),
                Ink.THRESHOLD,
                SOLID,
                Layer.Grip.FIXED,
                Layer.Way.UPRIGHT,
                Math.max(1, above)));
        Axis y = new Axis("Share of v’s energy (in directions 1 … k)", Axis.Scale.LINEAR, 0, 1.05);
        return new Chart.Panel(Spectra.components(d), y, layers);
    }
}
