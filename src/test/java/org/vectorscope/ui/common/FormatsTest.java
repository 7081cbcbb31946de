package org.vectorscope.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FormatsTest {
    @Test
    void numbersHaveATrueMinusAndADashWhereThereIsNone() {
        assertThat(Formats.two(-0.5)).isEqualTo("−0.50");
        assertThat(Formats.signed(0.5)).isEqualTo("+0.50");
        assertThat(Formats.one(Double.NaN)).isEqualTo("–");
    }

    @Test
    void plainNumbersHaveNoMoreDecimalsThanTheyNeed() {
        assertThat(Formats.plain(1.5)).isEqualTo("1.5");
        assertThat(Formats.plain(2)).isEqualTo("2");
        assertThat(Formats.plain(-0.00001)).isEqualTo("0");
        assertThat(Formats.plain(100)).isEqualTo("100");
    }

    @Test
    void timesAreAsExactAsTheyAreLong() {
        assertThat(Formats.time(Duration.ofMillis(6))).isEqualTo("6 ms");
        assertThat(Formats.time(Duration.ofMillis(3_400))).isEqualTo("3.4 s");
        assertThat(Formats.time(Duration.ofSeconds(75))).isEqualTo("75 s");
        assertThat(Formats.time(Duration.ofMinutes(65))).isEqualTo("1 h 5 min");
    }

    @Test
    void bytesAreDecimal() {
        assertThat(Formats.bytes(999)).isEqualTo("999 B");
        assertThat(Formats.bytes(98_400_000)).isEqualTo("98 MB");
        assertThat(Formats.bytes(1_840_000_000)).isEqualTo("1.8 GB");
    }
}
