package org.vectorscope.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vectorscope.geometry.JacobianGeometry.Measure;

class ResponseTest {
    private static final int D = 6;

    private static double[] diagonal(double... values) {
        double[] matrix = new double[values.length * values.length];
        for (int i = 0; i < values.length; i++) {
            matrix[i * values.length + i] = values[i];
        }
        return matrix;
    }

    /** R = diag(values). */
    private static List<float[]> scaling(double... values) {
        List<float[]> rows = new ArrayList<>();
        for (int j = 0; j < values.length; j++) {
            float[] row = new float[values.length];
            row[j] = (float) values[j];
            rows.add(row);
        }
        return rows;
    }

    @Test
    void singularValuesAreThoseOfBothStepsTogether() {
        Response response = Response.of(scaling(1, 2, 3), diagonal(4, 1, 1), List.of());
        assertThat(response.squares()).containsExactly(new double[] {9, 4, 4}, within(1e-9));
    }

    @Test
    void aJacobianOfRankRHasANullSpaceOfTheRest() {
        Response response = Response.of(scaling(1, 1, 0, 0, 0, 0), diagonal(1, 1, 1, 1, 1, 1), List.of());
        assertThat(response.nullDimension(0.01)).isEqualTo(D - 2);
        assertThat(response.effectiveRank()).isCloseTo(2, within(1e-9));
    }

    @Test
    void thresholdsAreOfSingularValuesNotTheirSquares() {
        Response response = Response.of(scaling(1, 0.02), diagonal(1, 1), List.of());
        assertThat(response.nullDimension(0.01)).isZero();
        assertThat(response.nullDimension(0.05)).isEqualTo(1);
    }

    @Test
    void aVectorsEnergyInTheNullSpaceIsItsShareThere() {
        Response response = Response.of(scaling(1, 0), diagonal(1, 1), List.of(new float[] {3, 4}));
        assertThat(response.nullEnergy(0.01)).isCloseTo(16 / 25.0, within(1e-9));
        assertThat(response.gain()).isCloseTo(Math.sqrt(2 * 9 / 25.0), within(1e-9));
        assertThat(response.cumulative()).containsExactly(new double[] {9 / 25.0, 1}, within(1e-9));
    }

    @Test
    void aGaussianMatrixMuchTallerThanWideHasNoNullSpace() {
        Response response = Response.of(scaling(1, 1), diagonal(1, 1), List.of());
        JacobianGeometry geometry =
                new JacobianGeometry(0, 2, 5000, 1e-3, List.of(new JacobianGeometry.Prompt(3, response, response)));
        assertThat(geometry.isotropic().dimension(0.05 * 0.05).mean()).isZero();
        assertThat(geometry.nullFraction(Measure.LOGITS, 0.05).mean()).isZero();
    }

    @Test
    void theReportHasBothThresholdsAndTheOneAskedFor() {
        Response response = Response.of(scaling(1, 0.02), diagonal(1, 1), List.of());
        JacobianReport report = new JacobianGeometry(
                        0, 2, 5000, 1e-3, List.of(new JacobianGeometry.Prompt(3, response, response)))
                .report(0.001);
        assertThat(report.logits().nullSpaces())
                .extracting(JacobianReport.NullSpace::threshold)
                .containsExactly(0.01, 0.05, 0.001);
        assertThat(report.logits().vectorGain()).isNull();
    }

    @Test
    void theIntervalOverPromptsIsStudents() {
        OverPrompts over = OverPrompts.of(1, 2, 3, 4);
        assertThat(over.mean()).isEqualTo(2.5);
        // t(3) · sd / √4 with sd = √(5/3)
        assertThat(over.high() - over.mean()).isCloseTo(3.1824 * Math.sqrt(5 / 3.0) / 2, within(1e-3));
        assertThat(OverPrompts.t(20)).isCloseTo(2.0860, within(1e-3));
        assertThat(OverPrompts.of(7)).isEqualTo(new OverPrompts(7, 7, 7));
    }
}
