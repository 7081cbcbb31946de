package org.vectorscope.checkpoint.token;

import java.util.Collections;
import java.util.Map;
import java.util.Set;

/**
 * Tokens by id.
 *
 * @param pieces as the model of the tokenizer spells them
 * @param added as they are written in texts
 * @param special ids of those of {@code added} that no decoded text shows
 * @param byteLevel whether {@code pieces} are spelled in GPT-2's letters for bytes
 */
record Vocabulary(Map<Integer, String> pieces, Map<Integer, String> added, Set<Integer> special, boolean byteLevel) {
    /** SentencePiece's mark for a space. */
    private static final String SPACE = "\u2581";

    int size() {
        int last = pieces.isEmpty() ? -1 : Collections.max(pieces.keySet());
        return Math.max(last, added.isEmpty() ? -1 : Collections.max(added.keySet())) + 1;
    }

    String text(int id) {
        String added = this.added.get(id);
        if (added != null) {
            return added;
        }
        String piece = pieces.get(id);
        if (piece == null) {
            return "";
        }
        return byteLevel ? ByteLetters.readable(piece) : piece.replace(SPACE, " ");
    }
}
