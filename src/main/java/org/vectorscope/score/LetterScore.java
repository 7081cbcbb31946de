package org.vectorscope.score;

import java.util.Arrays;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.file.BadInput;

/**
 * Propensity of one A/B item: logit of the matching answer's letter minus that of the other's, at the token before
 * the letter. Only the letter counts: the sums over whole answers that CAA and Tan et al. (2024) take also contain
 * logit(")" | A) − logit(")" | B), which says nothing about the trait.
 *
 * @param prefix [t], the tokens that both answers share, up to and including the opening parenthesis
 * @param matching token id of the matching answer's letter
 * @param other token id of the other answer's letter
 */
public record LetterScore(int[] prefix, int matching, int other) {
    /**
     * @param place what to call the item in a message: {@code corrigible, pair 3}
     * @throws BadInput if the two answers do not part after a shared beginning
     */
    public static LetterScore of(Rendered.Pair pair, String place) {
        int[] positive = pair.positive().ids();
        int[] negative = pair.negative().ids();
        int same = Arrays.mismatch(positive, negative);
        if (same < 1 || same >= Math.min(positive.length, negative.length)) {
            throw new BadInput(place, "its two answers do not differ in one letter after a shared beginning");
        }
        return new LetterScore(Arrays.copyOf(positive, same), positive[same], negative[same]);
    }

    /** @param logits [vocabulary], at the last token of the prefix */
    public double propensity(float[] logits) {
        return (double) logits[matching] - logits[other];
    }
}
