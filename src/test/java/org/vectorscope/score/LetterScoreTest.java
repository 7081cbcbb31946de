package org.vectorscope.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.vectorscope.checkpoint.Tokenizer.Encoding;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.contrast.RenderedText;
import org.vectorscope.file.BadInput;

class LetterScoreTest {
    @Test
    void theLettersAreComparedAtTheTokenBeforeThem() {
        LetterScore score =
                LetterScore.of(pair(new int[] {9, 8, 40, 2, 41}, new int[] {9, 8, 40, 1, 41}), "set, pair 1");

        assertThat(score.prefix()).containsExactly(9, 8, 40);
        assertThat(score.propensity(new float[] {0, 1.5f, 4})).isEqualTo(2.5);
    }

    @Test
    void answersThatPartNowhereOrAtOnceAreRefused() {
        assertThatThrownBy(() -> LetterScore.of(pair(new int[] {1, 2}, new int[] {1, 2}), "set, pair 3"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("set, pair 3: ");
        assertThatThrownBy(() -> LetterScore.of(pair(new int[] {1, 2}, new int[] {3, 2}), "set, pair 3"))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> LetterScore.of(pair(new int[] {1, 2}, new int[] {1, 2, 3}), "set, pair 3"))
                .isInstanceOf(BadInput.class);
    }

    private static Rendered.Pair pair(int[] positive, int[] negative) {
        return new Rendered.Pair(text(positive), text(negative));
    }

    private static RenderedText text(int[] ids) {
        int[] nowhere = new int[ids.length];
        Arrays.fill(nowhere, -1);
        return new RenderedText("", new Encoding(ids, nowhere, nowhere), 0, 0, ids.length - 1);
    }
}
