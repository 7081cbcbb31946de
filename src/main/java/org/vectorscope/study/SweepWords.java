package org.vectorscope.study;

import org.vectorscope.study.SweepMap.Best;
import java.util.Locale;

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
                "best slope %+.2f logits a unit of strength [%.2f, %.2f] at layer %d",
                best.slope(),
                best.low(),
                best.high(),
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
}
