package org.vectorscope.vector;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The layer and strength to start with.
 *
 * <p>The rule: of the layers in the middle half of the blocks, those whose AUC is within 0.03 of the best of them and
 * whose stability is at least 0.90; of these, the ones whose agreement lies inside the 95 % interval of the highest; of
 * these, the middle one. Agreement predicts steering where separability is already at its ceiling (arXiv 2505.22637);
 * the early blocks have not read the text yet and after the late ones little is left to be moved; and layers that
 * cannot be told apart by agreement are best represented by the one with its like on both sides.
 *
 * <p>The strength makes the push 0.28 of the residual's length: in the starter model 0.2 to 0.3 steers, and twice that
 * breaks the text up.
 *
 * @param layer residual stream after this block, from 0
 * @param strength multiple of the vector
 * @param agreement the layer's mean cosine with its 95 % interval
 * @param nearlyAsGood the other layers that agreement does not tell from the best, ascending
 * @param promising whether the sides are told apart well enough that vectors have steered at all
 * @param reason one or two sentences for people
 */
public record Recommendation(
        int layer, double strength, Interval agreement, List<Integer> nearlyAsGood, boolean promising, String reason) {
    /** Of the residual's length. */
    public static final double RESIDUAL_SHARE = 0.28;

    private static final double AUC_MARGIN = 0.03;
    private static final double STABLE = 0.90;
    private static final double SEPARATED = 0.75;

    private record Candidate(LayerReport report, Interval agreement) {
        double mean() {
            return Double.isNaN(agreement.mean()) ? -2 : agreement.mean();
        }
    }

    /** @param agreement per layer, as the reports; @param blocks of the model */
    static Recommendation of(List<LayerReport> layers, List<Interval> agreement, int blocks) {
        List<Candidate> middle = middle(layers, agreement, blocks);
        double bestAuc = middle.stream()
                .mapToDouble(c -> c.report().auc())
                .filter(Double::isFinite)
                .max()
                .orElse(Double.NaN);
        List<Candidate> sound = middle.stream()
                .filter(c -> c.report().auc() >= bestAuc - AUC_MARGIN
                        && c.report().stability().mean() >= STABLE)
                .toList();
        List<Candidate> alike = alike(sound.isEmpty() ? middle : sound);
        Candidate chosen = alike.get(alike.size() / 2);
        List<Integer> others = new ArrayList<>();
        alike.stream()
                .filter(c -> c != chosen)
                .forEach(c -> others.add(c.report().layer()));
        return new Recommendation(
                chosen.report().layer(),
                strength(chosen.report()),
                chosen.agreement(),
                List.copyOf(others),
                !sound.isEmpty() && bestAuc >= SEPARATED,
                reason(chosen, alike, sound.size(), bestAuc));
    }

    /** The layers in the middle half of the blocks, or all where none was read there. */
    private static List<Candidate> middle(List<LayerReport> layers, List<Interval> agreement, int blocks) {
        List<Candidate> all = IntStream.range(0, layers.size())
                .mapToObj(i -> new Candidate(layers.get(i), agreement.get(i)))
                .toList();
        List<Candidate> middle = all.stream()
                .filter(c -> c.report().layer() >= blocks / 4 && c.report().layer() < blocks - blocks / 4)
                .toList();
        return middle.isEmpty() ? all : middle;
    }

    /** The layer of highest agreement and those inside its interval, ascending. */
    private static List<Candidate> alike(List<Candidate> candidates) {
        Candidate best = candidates.stream()
                .max(Comparator.comparingDouble(Candidate::mean))
                .orElseThrow();
        return candidates.stream()
                .filter(c ->
                        c == best || c.agreement().mean() >= best.agreement().low())
                .toList();
    }

    /** The multiple of v that is 0.28 of the residual's length, rounded as far as it matters. */
    public static double strength(LayerReport layer) {
        double exact = RESIDUAL_SHARE / layer.normRatio();
        if (!Double.isFinite(exact)) {
            return 1;
        }
        double step = exact < 4 ? 0.25 : exact < 10 ? 0.5 : exact < 50 ? 1 : 5;
        return Math.max(step, Math.rint(exact / step) * step);
    }

    private static String reason(Candidate chosen, List<Candidate> alike, int sound, double bestAuc) {
        double highest = alike.stream().mapToDouble(Candidate::mean).max().orElseThrow();
        if (Double.isNaN(bestAuc)) {
            return "One pair is too few to judge layers by; this is the middle one.";
        }
        if (bestAuc < SEPARATED) {
            return format(
                    "Highest agreement (%.2f) in the middle half of the blocks, but no layer there tells the sides apart"
                            + " (best AUC %.2f): expect little or no effect.",
                    highest, bestAuc);
        }
        if (sound == 0) {
            return format(
                    "Highest agreement (%.2f) in the middle half of the blocks, but no layer there stays the same (%.2f"
                            + " or more) when pairs are redrawn: add pairs.",
                    highest, STABLE);
        }
        String among = format(
                "among the %d layers in the middle half of the blocks with AUC ≥ %.2f and stability ≥ %.2f.",
                sound, bestAuc - AUC_MARGIN, STABLE);
        return alike.size() == 1
                ? format("Highest agreement (%.2f) ", highest) + among
                : format(
                                "The middle of layers %s, whose agreement (%.2f to %.2f) is the highest ",
                                listed(alike), lowest(alike), highest)
                        + among;
    }

    private static double lowest(List<Candidate> alike) {
        return alike.stream().mapToDouble(Candidate::mean).min().orElseThrow();
    }

    private static String listed(List<Candidate> alike) {
        return alike.stream().map(c -> String.valueOf(c.report().layer())).collect(Collectors.joining(", "));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
