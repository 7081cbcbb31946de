package org.vectorscope.ui.contrast;

import java.util.Locale;
import java.util.Optional;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.vector.PairReport;

/**
 * One line of the table.
 *
 * @param index in the whole set, from 0
 * @param used whether the pair is in use
 * @param rendered as the model gets it, once that is known
 * @param report its difference at the selected layer, while the vector of these pairs is known
 */
record PairRow(int index, Pair pair, boolean used, Optional<Rendered.Pair> rendered, Optional<PairReport> report) {
    int number() {
        return index + 1;
    }

    String tokens() {
        return rendered.map(r -> r.positive().length() + " / " + r.negative().length())
                .orElse("");
    }

    /** @param words in lower case; empty matches all */
    boolean matches(String words) {
        return words.isEmpty()
                || contains(pair.prompt(), words)
                || contains(pair.positive(), words)
                || contains(pair.negative(), words);
    }

    private static boolean contains(String text, String words) {
        return text.toLowerCase(Locale.ROOT).contains(words);
    }
}
