package org.vectorscope.ui.contrast;

import java.util.ArrayList;
import java.util.List;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.contrast.RenderedText;
import org.vectorscope.ui.control.TokenChips.Part;
import org.vectorscope.ui.control.TokenChips.Token;

/** One text as chips: what the template wrote in grey, a long beginning folded away, the read token outlined. */
final class TokenLine {
    /** As many template tokens as may stand before the text without being folded. */
    private static final int UNFOLDED = 14;

    private TokenLine() {}

    /** How many tokens at the beginning are worth folding: those both sides share, except the last few. */
    static int foldable(RenderedText text) {
        int shared = text.prefixLength();
        return shared > UNFOLDED ? shared - UNFOLDED : 0;
    }

    /** @param folded number of tokens at the beginning that become one chip */
    static List<Token> of(RenderedText text, Tokenizer tokenizer, int folded, Part read) {
        List<Token> tokens = new ArrayList<>();
        if (folded > 0) {
            tokens.add(new Token("› " + folded + " tokens", "", Part.FOLDED));
        }
        for (int i = folded; i < text.length(); i++) {
            Part part = i == text.read() ? read : text.inSpan(i) ? Part.PLAIN : Part.TEMPLATE;
            tokens.add(new Token(word(text, tokenizer, i), "", part));
        }
        return tokens;
    }

    /** What the text has there, so that a character of several tokens shows once whole and then by its bytes. */
    private static String word(RenderedText text, Tokenizer tokenizer, int token) {
        int start = text.tokens().starts()[token];
        int end = text.tokens().ends()[token];
        boolean repeated = token > 0 && start >= 0 && start == text.tokens().starts()[token - 1];
        return start < 0 || start == end || repeated
                ? tokenizer.piece(text.ids()[token])
                : text.text().substring(start, end);
    }
}
