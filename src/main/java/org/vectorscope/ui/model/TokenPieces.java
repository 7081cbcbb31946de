package org.vectorscope.ui.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.vectorscope.checkpoint.Tokenizer;

/**
 * A text as a model's tokenizer cuts it.
 *
 * @param pieces one per token: its part of the text, or the token's own name where it has none
 */
record TokenPieces(int[] ids, List<String> pieces) {
    static final TokenPieces NONE = new TokenPieces(new int[0], List.of());

    /** Chips that are shown; more would not be read. */
    static final int MOST = 400;

    static TokenPieces of(Tokenizer tokenizer, String text) {
        Tokenizer.Encoding encoding = tokenizer.encode(text, false);
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i < encoding.ids().length; i++) {
            int from = encoding.starts()[i];
            int to = encoding.ends()[i];
            boolean whole = from >= 0 && to > from && to <= text.length();
            boolean shared = i > 0 && from >= 0 && from < encoding.ends()[i - 1];
            pieces.add(whole && !shared ? text.substring(from, to) : tokenizer.piece(encoding.ids()[i]));
        }
        return new TokenPieces(encoding.ids(), List.copyOf(pieces));
    }

    /** For {@code --ids}. */
    String commaSeparated() {
        return Arrays.stream(ids).mapToObj(String::valueOf).collect(Collectors.joining(","));
    }
}
