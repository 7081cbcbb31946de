package org.vectorscope.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SymmetricEigenTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 129, 200, 333, 576})
    void eigenvectorsSolveTheProblemAtEveryWidth(int d) {
        // widths of 200 and more are where ND4J's own OpenBLAS answers wrongly on processors with AVX-512
        double[] matrix = Gram.of(new Gaussians(1, d).next(d * (d + 3)), d, d + 3);

        SymmetricEigen eigen = SymmetricEigen.of(matrix, d);

        double largest = eigen.values()[0];
        for (int k : new int[] {0, d / 2, d - 1}) {
            double[] v = eigen.vectors()[k];
            assertThat(Rows.dot(v, v)).isCloseTo(1, within(1e-12));
            for (int i = 0; i < d; i++) {
                double[] row = java.util.Arrays.copyOfRange(matrix, i * d, (i + 1) * d);
                assertThat(Rows.dot(row, v)).isCloseTo(eigen.values()[k] * v[i], within(1e-11 * largest));
            }
        }
        assertThat(SymmetricEigen.values(matrix, d)).containsExactly(eigen.values(), within(1e-11 * largest));
    }

    @Test
    void valuesComeLargestFirst() {
        SymmetricEigen eigen = SymmetricEigen.of(new double[] {1, 0, 0, 0, 5, 0, 0, 0, 3}, 3);
        assertThat(eigen.values()).containsExactly(5, 3, 1);
        assertThat(Math.abs(eigen.vectors()[0][1])).isEqualTo(1);
    }

    @Test
    void aMatrixThatIsNoneIsRefused() {
        assertThatThrownBy(() -> SymmetricEigen.of(new double[5], 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SymmetricEigen.of(new double[] {1, Double.NaN, Double.NaN, 1}, 2))
                .isInstanceOf(ArithmeticException.class);
    }
}
