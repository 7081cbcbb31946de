package org.vectorscope.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FluencyTest {
    @Test
    void aLoopIsDegenerate() {
        Fluency loop = Fluency.of("I love it so much! ".repeat(12));

        assertThat(loop.words()).isEqualTo(60);
        assertThat(loop.distinct1()).isCloseTo(5 / 60.0, within(1e-12));
        assertThat(loop.distinct2()).isCloseTo(5 / 59.0, within(1e-12));
        assertThat(loop.repeated4()).isCloseTo(1 - 5 / 57.0, within(1e-12));
        assertThat(loop.degenerate()).isTrue();
    }

    @Test
    void plainProseIsNot() {
        Fluency prose =
                Fluency.of("The hotel was quiet, the bed was soft, and the breakfast on the terrace was the best "
                        + "part of the whole week; we left late, and we will go again when the days are long.");

        assertThat(prose.degenerate()).isFalse();
        assertThat(prose.repeated4()).isZero();
    }

    @Test
    void aTextWithoutWordsHasNothingRepeated() {
        assertThat(Fluency.of("... 🙂")).isEqualTo(new Fluency(0, 1, 1, 0));
    }
}
