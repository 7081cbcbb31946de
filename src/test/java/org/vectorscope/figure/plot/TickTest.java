package org.vectorscope.figure.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vectorscope.figure.Axis;
import org.vectorscope.figure.Axis.Scale;

class TickTest {
    @Test
    void componentsAreMarkedAtOneTwoFiveAndAtTheLast() {
        assertThat(Tick.of(new Axis("k", Scale.LOG, 1, 576), 9))
                .extracting(Tick::text)
                .containsExactly("1", "2", "5", "10", "20", "50", "100", "200", "576");
    }

    @Test
    void layersAreMarkedAtWholeNumbersUpToTheLast() {
        assertThat(Tick.of(new Axis("layer", Scale.WHOLE, -0.6, 29.4), 8))
                .extracting(Tick::text)
                .containsExactly("0", "5", "10", "15", "20", "25", "29");
    }

    @Test
    void powersAreWrittenWithRaisedExponents() {
        assertThat(Tick.of(new Axis("λ", Scale.DECADES, 1e-4, 1.8), 8))
                .extracting(Tick::text)
                .containsExactly("1", "10⁻¹", "10⁻²", "10⁻³", "10⁻⁴");
    }

    @Test
    void negativeNumbersHaveATrueMinus() {
        assertThat(Tick.of(new Axis("d", Scale.LINEAR, -2, 2), 4))
                .extracting(Tick::text)
                .contains("−2", "0", "2");
    }
}
