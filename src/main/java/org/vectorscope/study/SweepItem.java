package org.vectorscope.study;

import org.vectorscope.contrast.Rendered;
import org.vectorscope.file.BadInput;
import org.vectorscope.score.LetterScore;

/**
 * One A/B question as the model gets it.
 *
 * @param score tokens up to the opening parenthesis and the two letters after it
 * @param promptLength tokens before the answer; steering begins at the last of them
 */
public record SweepItem(LetterScore score, int promptLength) {
    /**
     * @param place what to call the item in a message
     * @throws BadInput if its two answers do not part after a shared beginning
     */
    public static SweepItem of(Rendered.Pair pair, String place) {
        LetterScore score = LetterScore.of(pair, place);
        return new SweepItem(score, Math.min(pair.positive().prefixLength(), score.prefix().length));
    }
}
