package org.vectorscope.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class VectorEnergyTest {
    private final List<float[]> rows = GeometryFixture.rankRows(12, 30, 12, 2);
    private final EigenBasis basis = EigenBasis.of(rows);

    @Test
    void aDifferenceOfRowsLiesWhollyInTheirSpan() {
        float[] v = rows.get(0).clone();
        for (int j = 0; j < v.length; j++) {
            v[j] -= rows.get(1)[j];
        }
        VectorEnergy energy = VectorEnergy.of(v, basis, 1e-9);

        assertThat(energy.inNullSpace()).isCloseTo(0, within(1e-5));
        assertThat(energy.cumulative()).hasSize(11).isSorted();
        assertThat(energy.cumulative()[10]).isCloseTo(1, within(1e-5));
        assertThat(energy.expectedAtRandom()).isEqualTo(19 / 30.0);
    }

    @Test
    void aNullSpaceDirectionHasAllItsEnergyThere() {
        float[] v = new Perturbations(0).inNullSpace(rows.get(0), basis.range(1e-9), 0);

        assertThat(VectorEnergy.of(v, basis, 1e-9).inNullSpace()).isCloseTo(1, within(1e-6));
    }

    @Test
    void theBandOfRandomDirectionsHoldsNineteenOfTwenty() {
        VectorEnergy.Band band = VectorEnergy.randomBand(30, 30);
        int inside = 0;
        for (int draw = 0; draw < 400; draw++) {
            double[] z = new Gaussians(77, draw).next(30);
            double share = 0;
            for (int k = 0; k < 10; k++) {
                share += z[k] * z[k] / Rows.dot(z, z);
            }
            inside += share >= band.low()[9] && share <= band.high()[9] ? 1 : 0;
        }
        assertThat(inside / 400.0).isBetween(0.91, 0.98);
        assertThat(band.mean()[9]).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(band.high()[29]).isCloseTo(1, within(1e-9));
    }

    @Test
    void aVectorOfNoLengthHasNoDirection() {
        assertThatThrownBy(() -> VectorEnergy.of(new float[30], basis, 1e-3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
