package org.vectorscope.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Fonts;

class WordFlowTest {
    private static final Font FONT = Fonts.SANS.awt(10);

    @Test
    void aWordOfSeveralTokensStaysOnOneLine() {
        double width = TextBlock.width("it was a disappo", FONT) + 1;
        List<WordFlow.Placed> placed = flow(width, "it", " was", " a", " dis", "appoint", "ment");
        assertThat(placed).extracting(WordFlow.Placed::line).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(placed.get(3).text()).as("no space at the start of a line").isEqualTo("dis");
    }

    @Test
    void aWordWiderThanALineIsBrokenBetweenItsTokens() {
        double width = TextBlock.width("appoint", FONT) + 1;
        assertThat(flow(width, "dis", "appoint", "ment"))
                .extracting(WordFlow.Placed::line)
                .containsExactly(0, 1, 2);
    }

    @Test
    void aNewLineInATokenIsOne() {
        assertThat(flow(500, "one.\n", "two", "\n\n", "four"))
                .extracting(WordFlow.Placed::line)
                .containsExactly(0, 1, 3);
    }

    private static List<WordFlow.Placed> flow(double width, String... tokens) {
        return WordFlow.of(
                Stream.of(tokens)
                        .map(t -> new Chart.Token(t, Double.NaN, false))
                        .toList(),
                FONT,
                width);
    }
}
