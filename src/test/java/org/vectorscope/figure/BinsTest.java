package org.vectorscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BinsTest {
    @Property(tries = 300)
    void everyValueIsCountedOnceInTheBinThatHoldsIt(
            @ForAll @Size(min = 1, max = 80) List<@DoubleRange(min = 0, max = 1e6) Double> drawn) {
        double[] values = drawn.stream().mapToDouble(v -> v).toArray();
        Bins bins = Bins.of(values);
        assertThat(Arrays.stream(bins.counts()).sum()).isEqualTo(values.length);
        for (double value : values) {
            int i = bins.of(value);
            assertThat(bins.counts()[i]).isPositive();
            assertThat(value).isBetween(bins.edges()[i] * (1 - 1e-9) - 1e-9, bins.edges()[i + 1] * (1 + 1e-9) + 1e-9);
        }
    }

    @Test
    void equalValuesShareOneBin() {
        Bins bins = Bins.of(new double[] {33.3, 33.3, 33.3});
        assertThat(bins.counts()[bins.of(33.3)]).isEqualTo(3);
    }

    @Property(tries = 300)
    void everyLengthIsCountedOnceInABinOfEqualRatio(
            @ForAll @Size(min = 1, max = 80) List<@DoubleRange(min = 0.01, max = 1e6) Double> drawn) {
        double[] values = drawn.stream().mapToDouble(v -> v).toArray();
        Bins bins = Bins.ofRatios(values);
        assertThat(Arrays.stream(bins.counts()).sum()).isEqualTo(values.length);
        for (double value : values) {
            int i = bins.of(value);
            assertThat(value).isBetween(bins.edges()[i] * (1 - 1e-9), bins.edges()[i + 1] * (1 + 1e-9));
        }
    }

    @Test
    void lengthsFarApartStandOnALogarithmicAxis() {
        double[] close = {141, 160, 175, 180, 181, 190, 209};
        double[] apart = {141, 160, 175, 180, 181, 190, 20_900};
        assertThat(Charts.activationNorms(close, 33, "Tokens").x().logarithmic())
                .isFalse();
        assertThat(Charts.activationNorms(apart, 33, "Tokens").x().logarithmic())
                .isTrue();
    }

    @Test
    void edgesAreRound() {
        double[] norms = {141, 160, 175, 180, 181, 190, 209};
        assertThat(Bins.of(norms).edges()).startsWith(140, 150, 160);
    }
}
