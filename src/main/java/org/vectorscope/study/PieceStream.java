package org.vectorscope.study;

import java.util.Arrays;
import org.vectorscope.checkpoint.Tokenizer;

/**
 * Turns tokens into text one at a time. A token may end in the middle of a character; its bytes then wait for the
 * token that completes it. Only the last few tokens are decoded again, whatever the length of the text.
 */
public final class PieceStream {
    private static final char UNFINISHED = '\uFFFD';

    private final Tokenizer tokenizer;
    private int[] ids = new int[64];
    private int count;
    /** Tokens before this one need not be decoded again. */
    private int from;
    /** Tokens before this one have been given out as text. */
    private int given;

    public PieceStream(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** Text that this token adds; empty while a character is unfinished. */
    public String add(int id) {
        if (count == ids.length) {
            ids = Arrays.copyOf(ids, 2 * count);
        }
        ids[count++] = id;
        // decoded with what came before it, since a tokenizer may drop a leading space at the start of a text
        String before = tokenizer.decode(Arrays.copyOfRange(ids, from, given), true);
        String now = tokenizer.decode(Arrays.copyOfRange(ids, from, count), true);
        if (now.length() <= before.length() || now.charAt(now.length() - 1) == UNFINISHED) {
            return "";
        }
        from = given;
        given = count;
        return now.substring(before.length());
    }
}
