package org.vectorscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
    static Stream<Palette> palettes() {
        return Stream.of(Palette.light(), Palette.dark(), Palette.paper());
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void everyInkReadsOnItsBackground(Palette palette) {
        for (Ink ink : Ink.values()) {
            assertThat(Palette.contrast(palette.of(ink), palette.background()))
                    .as(ink.name())
                    .isGreaterThanOrEqualTo(4.5);
        }
        assertThat(Palette.contrast(palette.muted(), palette.noFinding())).isGreaterThanOrEqualTo(4.5);
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void numbersReadOnEveryCellOfAMatrix(Palette palette) {
        for (double value : List.of(-1.0, -0.5, 0.0, 0.5, 1.0)) {
            var ground = palette.diverging(value);
            assertThat(Palette.contrast(Palette.inkOn(ground), ground)).isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void blackOnWhiteIsTwentyOneToOne() {
        assertThat(Palette.contrast(java.awt.Color.BLACK, java.awt.Color.WHITE)).isEqualTo(21);
    }
}
