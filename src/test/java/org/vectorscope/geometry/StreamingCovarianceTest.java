package org.vectorscope.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vectorscope.geometry.StreamingCovariance.Precision;

class StreamingCovarianceTest {
    private static final int D = 6;

    @ParameterizedTest
    @EnumSource(Precision.class)
    void blocksMergeIntoTheCovarianceOfAllRows(Precision precision) {
        List<float[]> rows = drifting(5000);
        StreamingCovariance stream = new StreamingCovariance(D, precision);
        rows.forEach(stream::add);

        double[] expected = twoPass(rows);
        double tolerance = precision == Precision.DOUBLE ? 1e-10 : 2e-6;
        assertThat(stream.n()).isEqualTo(5000);
        assertThat(stream.covariance()).containsExactly(expected, within(tolerance * expected[0]));
        assertThat(stream.eigenvalues())
                .containsExactly(SymmetricEigen.values(expected, D), within(tolerance * D * expected[0]));
    }

    @Test
    void askingInBetweenDoesNotChangeTheEnd() {
        List<float[]> rows = drifting(300);
        StreamingCovariance once = new StreamingCovariance(D, Precision.DOUBLE);
        StreamingCovariance often = new StreamingCovariance(D, Precision.DOUBLE);
        for (int i = 0; i < rows.size(); i++) {
            once.add(rows.get(i));
            often.add(rows.get(i));
            if (i > 1 && i % 50 == 0) {
                often.covariance();
            }
        }
        double[] expected = once.covariance();
        assertThat(often.covariance()).containsExactly(expected, within(1e-10 * expected[0]));
        assertThat(often.mean()).containsExactly(once.mean(), within(1e-9));
    }

    @Test
    void aMeanFarFromZeroCostsNoDigits() {
        StreamingCovariance stream = new StreamingCovariance(1, Precision.SINGLE);
        for (int i = 0; i < 4000; i++) {
            stream.add(new float[] {1_000_000 + i % 2});
        }
        assertThat(stream.covariance()[0]).isCloseTo(0.25 * 4000 / 3999, within(1e-6));
    }

    @Test
    void fewerRowsThanItsWidthGiveFewerEigenvalues() {
        StreamingCovariance stream = new StreamingCovariance(D, Precision.DOUBLE);
        drifting(4).forEach(stream::add);
        assertThat(stream.eigenvalues()).hasSize(3);
    }

    @Test
    void aRowOfAnotherWidthIsRefused() {
        StreamingCovariance stream = new StreamingCovariance(D, Precision.DOUBLE);
        assertThatThrownBy(() -> stream.add(new float[D + 1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(stream::covariance).isInstanceOf(IllegalStateException.class);
    }

    /** Rows whose mean moves from block to block. */
    private static List<float[]> drifting(int n) {
        return java.util.stream.IntStream.range(0, n)
                .mapToObj(i -> {
                    double[] row = new Gaussians(9, i).next(D);
                    for (int j = 0; j < D; j++) {
                        row[j] = row[j] * (D - j) + 10.0 * i / n;
                    }
                    return Rows.floats(row);
                })
                .toList();
    }

    private static double[] twoPass(List<float[]> rows) {
        double[] centred = Rows.centred(rows);
        double[] covariance = new double[D * D];
        for (int i = 0; i < rows.size(); i++) {
            for (int a = 0; a < D; a++) {
                for (int b = 0; b < D; b++) {
                    covariance[a * D + b] += centred[i * D + a] * centred[i * D + b] / (rows.size() - 1);
                }
            }
        }
        return covariance;
    }
}
