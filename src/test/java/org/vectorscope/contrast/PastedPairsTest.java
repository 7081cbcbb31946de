package org.vectorscope.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.vectorscope.contrast.ContrastSet.Pair;

class PastedPairsTest {
    @Test
    void rowsOfASpreadsheetNeedNoHeader() {
        assertThat(PastedPairs.read("Good.\tBad.\nUp.\tDown.\n").pairs())
                .containsExactly(new Pair("", "Good.", "Bad."), new Pair("", "Up.", "Down."));
        assertThat(PastedPairs.read("How?\tGood.\tBad.").pairs()).containsExactly(new Pair("How?", "Good.", "Bad."));
    }

    @Test
    void whatAFileMayHaveIsReadAsInAFile() {
        assertThat(PastedPairs.read("positive\tnegative\na\tb\n").pairs()).containsExactly(new Pair("", "a", "b"));
        assertThat(PastedPairs.read("positive,negative\na,b\n").pairs()).containsExactly(new Pair("", "a", "b"));
    }

    @Test
    void wordsAreNoPairs() {
        assertThatThrownBy(() -> PastedPairs.read("hello"))
                .hasMessageStartingWith("clipboard: line 1: neither JSON nor");
    }
}
