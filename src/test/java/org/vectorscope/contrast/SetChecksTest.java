package org.vectorscope.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.SetCheck.Repeat;
import org.vectorscope.contrast.SetCheck.Shared;
import org.vectorscope.contrast.SetCheck.State;
import org.vectorscope.job.Monitor;

class SetChecksTest {
    private final WordTokenizer tokenizer = new WordTokenizer();

    private <T extends SetCheck> T check(Class<T> kind, ContrastSet set, int contextLength) {
        Rendered rendered = new Templating(tokenizer, Optional.empty(), TemplateChoice.NONE, Optional.empty())
                .render(set, OptionalInt.empty(), Monitor.NONE);
        return SetChecks.of(set, rendered, tokenizer, contextLength).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static ContrastSet set(Kind kind, Pair... pairs) {
        return new ContrastSet("s", "S", "", kind, "more", "less", List.of(pairs), List.of(), List.of());
    }

    @Test
    void repeatsAreFoundWithWhatTheyShare() {
        ContrastSet set = set(
                Kind.TEXT,
                new Pair("p", "a", "b"),
                new Pair("q", "a", "b"),
                new Pair("p", "a", "b"),
                new Pair("p", "b", "a"));

        assertThat(check(SetCheck.Duplicates.class, set, 100).repeats())
                .containsExactly(
                        new Repeat(1, 0, Shared.ANSWERS),
                        new Repeat(2, 0, Shared.EVERYTHING),
                        new Repeat(3, 0, Shared.EXCHANGED));
    }

    @Test
    void lettersMayRepeatUnderOtherQuestions() {
        ContrastSet set = set(Kind.CHOICE, new Pair("p", "(A)", "(B)"), new Pair("q", "(A)", "(B)"));

        assertThat(check(SetCheck.Duplicates.class, set, 100).state()).isEqualTo(State.FINE);
        assertThat(check(SetCheck.AnswerLetters.class, set, 100))
                .isEqualTo(new SetCheck.AnswerLetters(2, 2, State.LOOK));
        assertThat(check(SetCheck.ReadToken.class, set, 100).state()).isEqualTo(State.NONE);
    }

    @Test
    void lengthAloneSortsSidesThatAreAlwaysLonger() {
        SetCheck.Length length = check(
                SetCheck.Length.class,
                set(Kind.TEXT, new Pair("", "very good day", "bad"), new Pair("", "a b c d", "a b")),
                100);

        assertThat(length.meanDifference()).isEqualTo(2);
        // 4 and 5 tokens against 2 and 3, each positive is longer than each negative
        assertThat(length.auc()).isEqualTo(1.0);
        assertThat(length.state()).isEqualTo(State.LOOK);
    }

    @Test
    void theAucOfLengthsCountsTiesHalf() {
        // scipy.stats.mannwhitneyu([1, 2, 3, 3], [2, 2, 4]).statistic is 5.0
        assertThat(SetChecks.auc(new int[] {1, 2, 3, 3}, new int[] {2, 2, 4})).isCloseTo(5.0 / 12, within(1e-12));
        assertThat(SetChecks.auc(new int[] {5}, new int[] {5})).isEqualTo(0.5);
    }

    @Test
    void sidesReadAtDifferentTokensAreNamed() {
        SetCheck.ReadToken read = check(
                SetCheck.ReadToken.class, set(Kind.TEXT, new Pair("", "a.", "b."), new Pair("", "c.", "d!")), 100);

        assertThat(read).isEqualTo(new SetCheck.ReadToken(".", 4, 3, List.of(1), State.LOOK));
    }

    @Test
    void equalQuestionsMakeEqualPrefixes() {
        assertThat(check(SetCheck.Prefix.class, set(Kind.TEXT, new Pair("How?", "a", "b")), 100))
                .isEqualTo(new SetCheck.Prefix(1, List.of(), State.FINE));
    }

    @Test
    void textsBeyondTheContextAreNamed() {
        ContrastSet set = set(Kind.TEXT, new Pair("", "a b", "c"), new Pair("", "a b c d e f", "g"));

        assertThat(check(SetCheck.TooLong.class, set, 4)).isEqualTo(new SetCheck.TooLong(List.of(1), 4));
    }
}
