package org.vectorscope.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpectraTest {
    private static final double[] HALVING =
            IntStream.range(0, 19).mapToDouble(k -> Math.pow(0.5, k)).toArray();

    @Test
    void theRankFloorIsWhatNoTextCanFill() {
        assertThat(spectrum(20, 64, 1e-3).rankFloor()).isEqualTo(45);
        assertThat(spectrum(65, 64, 1e-3).rankFloor()).isZero();
    }

    @Test
    void theWordsAtTheThresholdCountAllDirectionsBelowIt() {
        // 2^-9 is the last power of a half above 10⁻³: ten components reach it
        assertThat(spectrum(20, 64, 1e-3).above()).isEqualTo(10);
        assertThat(rule(Spectra.spectrum(spectrum(20, 64, 1e-3))).label().detail())
                .isEqualTo("k = 11 … 64 lie below: 54");
    }

    @Test
    void theEnergyOfARandomDirectionGrowsAsTheShareOfComponents() {
        Chart.Panel panel = Spectra.energy(new double[] {0.5, 1}, spectrum(20, 64, 1e-3));
        Layer.Line random = panel.layers().stream()
                .filter(l -> l instanceof Layer.Line line && line.dash() == Layer.Dash.DASHED)
                .map(Layer.Line.class::cast)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < random.x().length; i++) {
            assertThat(random.y()[i]).isEqualTo(random.x()[i] / 64);
        }
        assertThat(random.x()).startsWith(1, 2).endsWith(64);
    }

    @Test
    void zeroEigenvaluesAreLeftOutOfALogarithmicCurve() {
        Spectra.Spectrum s = new Spectra.Spectrum(
                new double[] {1, 0.1, 0, 0},
                new Charts.Interval(new double[0], new double[0], new double[0]),
                1e-3,
                5,
                8);
        Layer.Line curve = Spectra.spectrum(s).layers().stream()
                .filter(Layer.Line.class::isInstance)
                .map(Layer.Line.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(curve.x()).containsExactly(1, 2);
    }

    private static Layer.Rule rule(Chart.Panel panel) {
        return panel.layers().stream()
                .filter(Layer.Rule.class::isInstance)
                .map(Layer.Rule.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Spectra.Spectrum spectrum(int n, int d, double threshold) {
        return new Spectra.Spectrum(HALVING, new Charts.Interval(HALVING, HALVING, HALVING), threshold, n, d);
    }
}
