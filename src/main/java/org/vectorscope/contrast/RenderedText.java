package org.vectorscope.contrast;

import org.vectorscope.checkpoint.Tokenizer.Encoding;

/**
 * One text as the model gets it.
 *
 * @param text what is encoded; an added beginning-of-text token is in the ids alone
 * @param tokens its tokens with their places in the text
 * @param spanStart index of the first char of the part that the set's author wrote for this side
 * @param spanEnd index after its last char; equal to {@code spanStart} where there is no such part (a prompt)
 * @param read index of the token whose residual is read
 */
public record RenderedText(String text, Encoding tokens, int spanStart, int spanEnd, int read) {
    public int[] ids() {
        return tokens.ids();
    }

    public int length() {
        return tokens.ids().length;
    }

    /** Whether the token lies, at least partly, in the author's part. */
    public boolean inSpan(int token) {
        return tokens.starts()[token] >= 0 && tokens.starts()[token] < spanEnd && tokens.ends()[token] > spanStart;
    }

    /** Number of tokens before the author's part. */
    public int prefixLength() {
        int token = 0;
        while (token < length() && !inSpan(token)) {
            token++;
        }
        return token;
    }
}
