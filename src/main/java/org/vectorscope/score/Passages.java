package org.vectorscope.score;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a long text at sentence ends into passages that a sentence model takes whole. */
final class Passages {
    /** MiniLM takes 256 word pieces, two of them its own; the estimate below is on the safe side. */
    private static final double MOST_PIECES = 250;

    private Passages() {}

    /** At least one; their concatenation is the text. */
    static List<String> of(String text) {
        List<String> passages = new ArrayList<>();
        StringBuilder passage = new StringBuilder();
        double pieces = 0;
        for (String sentence : sentences(text)) {
            double more = pieces(sentence);
            if (!passage.isEmpty() && pieces + more > MOST_PIECES) {
                passages.add(passage.toString());
                passage.setLength(0);
                pieces = 0;
            }
            passage.append(sentence);
            pieces += more;
        }
        passages.add(passage.toString());
        return passages;
    }

    /** One without an end in sight is cut where it gets too long. */
    private static List<String> sentences(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        List<String> sentences = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            addInParts(text.substring(start, end), sentences);
        }
        return sentences;
    }

    private static void addInParts(String sentence, List<String> sentences) {
        int start = 0;
        double pieces = 0;
        for (int at = 0; at < sentence.length(); at += Character.charCount(sentence.codePointAt(at))) {
            pieces += pieces(sentence.codePointAt(at));
            if (pieces > MOST_PIECES) {
                sentences.add(sentence.substring(start, at));
                start = at;
                pieces = pieces(sentence.codePointAt(at));
            }
        }
        sentences.add(sentence.substring(start));
    }

    private static double pieces(String text) {
        return text.codePoints().mapToDouble(Passages::pieces).sum();
    }

    /** English has about a quarter of a word piece per letter; other scripts have up to one. */
    private static double pieces(int codePoint) {
        if (Character.isWhitespace(codePoint)) {
            return 0;
        }
        return codePoint < 0x80 && Character.isLetter(codePoint) ? 0.4 : 1;
    }
}
