package org.vectorscope.ui.contrast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vectorscope.contrast.SetCheck;
import org.vectorscope.contrast.SetCheck.Repeat;
import org.vectorscope.contrast.SetCheck.Shared;
import org.vectorscope.contrast.SetCheck.State;

class CheckLineTest {
    /** Pair 2 of the table is dropped: what the checks call 1 stands third. */
    private static final List<Integer> USED = List.of(0, 2, 3, 4);

    private static CheckLine line(SetCheck check) {
        return CheckLine.of(check, USED);
    }

    @Test
    void pairsAreNamedByTheirNumberInTheTable() {
        CheckLine line = line(new SetCheck.Duplicates(List.of(new Repeat(3, 1, Shared.ANSWERS))));

        assertThat(line.words()).isEqualTo("5 repeats 3 in both answers.");
        assertThat(line.drop()).containsExactly(4);
    }

    @Test
    void manyRepeatsAreCountedAfterTheFirstFew() {
        List<Repeat> repeats = List.of(
                new Repeat(1, 0, Shared.EVERYTHING),
                new Repeat(2, 0, Shared.EXCHANGED),
                new Repeat(3, 0, Shared.EVERYTHING),
                new Repeat(3, 0, Shared.EVERYTHING),
                new Repeat(3, 0, Shared.EVERYTHING));

        assertThat(line(new SetCheck.Duplicates(repeats)).words())
                .startsWith("3 repeats 1, 4 contradicts 1, sides exchanged, 5 repeats 1")
                .endsWith("and 1 more.");
    }

    @Test
    void theLongerSideIsNamed() {
        assertThat(line(new SetCheck.Length(0.4, 0.56, State.LOOK)).words())
                .isEqualTo("positive 0.4 tokens longer on average; length alone gives AUC 0.56.");
        assertThat(line(new SetCheck.Length(-2, 0.2, State.LOOK)).words()).startsWith("negative 2.0 tokens longer");
        assertThat(line(new SetCheck.Length(0, 0.5, State.FINE)).words()).startsWith("equal on average");
    }

    @Test
    void theReadTokenShowsWhiteSpace() {
        assertThat(line(new SetCheck.ReadToken("\n", 8, 7, List.of(3), State.LOOK))
                        .words())
                .isEqualTo("“↵” in 7 of 8 texts; the sides of 1 pair are read at different tokens.");
    }

    @Test
    void unevenLettersSayWhatTheyDo() {
        assertThat(line(new SetCheck.AnswerLetters(4, 4, State.LOOK)).words())
                .isEqualTo("(A) is the positive answer in 4 of 4; the vector may be one of letters.");
        assertThat(line(new SetCheck.AnswerLetters(0, 4, State.NONE)).words()).isEqualTo("no A/B items in this set.");
    }
}
