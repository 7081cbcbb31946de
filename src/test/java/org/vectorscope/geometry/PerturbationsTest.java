package org.vectorscope.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vectorscope.file.BadInput;

class PerturbationsTest {
    private static final EigenBasis BASIS = EigenBasis.of(GeometryFixture.rankRows(15, 40, 10, 1));
    private static final float[][] RANGE = BASIS.range(1e-6);

    @Property(tries = 50)
    void vPlusAnOrthogonalOneIsSqrt2LongAnd45DegreesAway(
            @ForAll @IntRange(min = 2, max = 600) int d, @ForAll long seed, @ForAll @IntRange(max = 9) int index) {
        float[] v = vector(d, seed);
        float[] perp = new Perturbations(seed).orthogonal(v, index);
        float[] both = sum(v, perp);

        assertThat(Rows.norm(perp) / Rows.norm(v)).isCloseTo(1, within(1e-6));
        assertThat(Rows.dot(v, perp) / Rows.dot(v, v)).isCloseTo(0, within(1e-6));
        assertThat(Rows.norm(both) / Rows.norm(v)).isCloseTo(Math.sqrt(2), within(1e-6));
        assertThat(Rows.cosine(v, both)).isCloseTo(1 / Math.sqrt(2), within(1e-6));
    }

    @Property(tries = 20)
    void aNullSpaceOneIsOrthogonalToVAndToAllThatVaries(@ForAll long seed) {
        float[] v = vector(40, seed);
        float[] perp = new Perturbations(seed).inNullSpace(v, RANGE, 0);

        assertThat(Rows.norm(perp) / Rows.norm(v)).isCloseTo(1, within(1e-6));
        assertThat(Rows.cosine(v, perp)).isCloseTo(0, within(1e-6));
        for (float[] direction : RANGE) {
            assertThat(Rows.cosine(direction, perp)).isCloseTo(0, within(1e-6));
        }
    }

    @Property(tries = 20)
    void aRangeOneLiesWhereTheActivationsVaryAndIsOrthogonalToV(@ForAll long seed) {
        float[] v = vector(40, seed);
        float[] perp = new Perturbations(seed).inRange(v, RANGE, 0);

        assertThat(Rows.norm(perp) / Rows.norm(v)).isCloseTo(1, within(1e-6));
        assertThat(Rows.cosine(v, perp)).isCloseTo(0, within(1e-6));
        double inside = 0;
        for (float[] direction : RANGE) {
            inside += Math.pow(Rows.cosine(direction, perp), 2);
        }
        assertThat(inside).isCloseTo(1, within(1e-5));
    }

    @Test
    void aVectorInsideTheRangeStillHasNullSpaceNeighbours() {
        float[] v = RANGE[2];
        float[] perp = new Perturbations(1).inNullSpace(v, RANGE, 0);

        assertThat(Rows.cosine(v, perp)).isCloseTo(0, within(1e-6));
    }

    @Test
    void drawsDependOnSeedAndIndexAlone() {
        float[] v = vector(64, 0);
        assertThat(new Perturbations(5).orthogonal(v, 2)).containsExactly(new Perturbations(5).orthogonal(v, 2));
        assertThat(Rows.cosine(new Perturbations(5).orthogonal(v, 2), new Perturbations(5).orthogonal(v, 3)))
                .isBetween(-0.5, 0.5);
        assertThat(Rows.cosine(new Perturbations(5).orthogonal(v, 2), new Perturbations(6).orthogonal(v, 2)))
                .isBetween(-0.5, 0.5);
        assertThat(Rows.cosine(new Perturbations(5).orthogonal(v, 2), new Perturbations(5).random(v, 2)))
                .isBetween(-0.5, 0.5);
    }

    @Test
    void randomOnesAreAsLongAsVAndNearlyOrthogonalToIt() {
        float[] v = vector(2000, 0);
        float[] random = new Perturbations(1).random(v, 0);

        assertThat(Rows.norm(random) / Rows.norm(v)).isCloseTo(1, within(1e-6));
        assertThat(Rows.cosine(v, random)).isCloseTo(0, within(0.1)).isNotZero();
    }

    @Test
    void aSpaceTooSmallIsSaid() {
        float[] v = {1, 2, 3};
        float[][] two = {{1, 0, 0}, {0, 1, 0}};
        assertThatThrownBy(() -> new Perturbations(0).inNullSpace(v, two, 0))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("null space has 1 dimension");
        assertThatThrownBy(() -> new Perturbations(0).inRange(v, new float[][] {{1, 0, 0}}, 0))
                .isInstanceOf(BadInput.class);
    }

    private static float[] vector(int d, long seed) {
        return Rows.scaled(Rows.floats(new Gaussians(seed, 99).next(d)), 33);
    }

    private static float[] sum(float[] a, float[] b) {
        float[] sum = a.clone();
        for (int j = 0; j < sum.length; j++) {
            sum[j] += b[j];
        }
        return sum;
    }
}
