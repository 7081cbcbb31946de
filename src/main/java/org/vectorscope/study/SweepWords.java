package org.vectorscope.study;

import java.util.Locale;
import org.vectorscope.study.SweepMap.Best;

/** What a map says, in a sentence. */
public final class SweepWords {
    private SweepWords() {}

    /** A few words: {@code No effect seen}. */
    public static String headline(SweepMap map) {
        return switch (map.best().verdict()) {
            case STEERS -> "Layer " + map.best().layer() + " steers";
            case NO_EFFECT -> "No effect seen";
            case AGAINST -> "It steers the other way";
            case UNDECIDED -> "Undecided";
        };
    }

    /** The numbers behind the headline. */
    public static String reason(SweepMap map) {
        Best best = map.best();
        if (best.low() == null || best.high() == null) {
            return "One item has no interval.";
        }
        String slope = String.format(
                Locale.ROOT,
                "best slope %s logits a unit of strength [%s, %s] at layer %d",
                number(best.slope()),
                number(best.low()),
                number(best.high()),
                best.layer());
        String means =
                switch (best.verdict()) {
                    case NO_EFFECT -> "; the interval holds 0";
                    case AGAINST -> "; the interval lies below 0";
                    case STEERS, UNDECIDED -> "";
                };
        String sure = map.layers().size() == 1
                ? "95 % interval"
                : "95 % interval for the best of " + map.layers().size() + " layers";
        return (slope + means + " (" + sure + ", n = " + map.n() + ").").replace('-', '−');
    }

    /** Two decimals, more where that would be 0. */
    private static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 0.1 || size == 0 ? 2 : size >= 0.01 ? 3 : 4;
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.matches("-0\\.0+") ? text.substring(1) : text;
    }
}
