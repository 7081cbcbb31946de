package org.vectorscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({"0.001, 10⁻³", "1, 1", "0.00025, 2.5×10⁻⁴", "1e-10, 10⁻¹⁰", "0.05, 5×10⁻²"})
    void thresholdsReadAsPowersOfTen(double value, String text) {
        assertThat(Quantity.scientific(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"33.31, 33.3", "180.4, 180", "0.1846, 0.185", "-0.04, −0.04", "75.5, 75.5", "2, 2", "0, 0"})
    void numbersKeepTheirSignificantDigits(double value, String text) {
        assertThat(Quantity.digits(value, 3)).isEqualTo(text);
    }
}
