package org.vectorscope.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendationTest {
    /** Agreement, AUC, ‖v‖ and ‖h‖ of the sentiment set in the starter model, blocks 0 to 29, from transformers. */
    private static final double[] AGREEMENT = {
        .053, .314, .241, .422, .362, .409, .411, .369, .371, .398, .460, .467, .491, .555, .694, .675, .679, .651,
        .668, .619, .627, .641, .616, .579, .574, .589, .588, .595, .591, .563
    };

    private static final double[] AUC = {
        .515, .671, .757, .933, .863, .854, .841, .884, .893, .884, .961, .977, .981, .996, 1, 1, 1, 1, 1, 1, 1, .998,
        .998, .998, .997, .996, .998, .994, .992, .980
    };
    private static final double[] NORM = {
        .1, .6, .8, 2.6, 3.2, 4.2, 5, 5.4, 5.4, 6.1, 7.5, 7.9, 9.7, 12.4, 22.5, 23.8, 28.5, 30.1, 31.7, 31.7, 35.8,
        46.4, 50.6, 52, 54.6, 61.9, 69.2, 82.5, 89.2, 113.1
    };
    private static final double[] RESIDUAL = {
        34.2, 51.9, 56.4, 60.3, 67.5, 73.3, 83.1, 80.3, 99.4, 114, 123.1, 109.8, 113.6, 114.4, 121.9, 148.6, 162, 175.3,
        195.9, 217.1, 224.8, 292.3, 346.4, 410, 513.9, 554, 588.4, 687.6, 749, 869.8
    };

    @Test
    void theStarterModelsSentimentGetsABlockThatSteersItAtAStrengthThatDoes() {
        Recommendation recommendation = Recommendation.of(reports(0.98, AUC), intervals(AGREEMENT), 30);

        assertThat(recommendation.layer()).isEqualTo(15);
        assertThat(recommendation.nearlyAsGood()).containsExactly(14, 16);
        assertThat(recommendation.strength()).isEqualTo(1.75);
        assertThat(recommendation.promising()).isTrue();
        assertThat(recommendation.reason())
                .isEqualTo("The middle of layers 14, 15, 16, whose agreement (0.68 to 0.69) is the highest among the 12"
                        + " layers in the middle half of the blocks with AUC ≥ 0.97 and stability ≥ 0.90.");
    }

    @Test
    void aSetThatDoesNotSeparateIsSaidToPromiseNothing() {
        double[] flat = new double[30];
        java.util.Arrays.fill(flat, 0.58);

        Recommendation recommendation = Recommendation.of(reports(0.95, flat), intervals(AGREEMENT), 30);

        assertThat(recommendation.promising()).isFalse();
        assertThat(recommendation.reason()).contains("best AUC 0.58", "expect little or no effect");
    }

    @Test
    void aVectorThatChangesWithItsPairsAsksForMorePairs() {
        Recommendation recommendation = Recommendation.of(reports(0.5, AUC), intervals(AGREEMENT), 30);

        assertThat(recommendation.promising()).isFalse();
        assertThat(recommendation.reason()).endsWith("add pairs.");
    }

    @Test
    void aLayerThatWasAskedForAloneIsRecommendedWhereverItLies() {
        assertThat(Recommendation.of(
                                reports(0.98, AUC).subList(2, 3),
                                intervals(AGREEMENT).subList(2, 3),
                                30)
                        .layer())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"33.3,180.4,1.5", "1,122,34", "1,1000,280", "50,100,0.5", "900,100,0.25", "0,100,1", "5,114,6.5"})
    void strengthMakesThePush28PercentOfTheResidual(double norm, double residual, double strength) {
        assertThat(Recommendation.strength(report(0, norm, residual, 0.5, 0.9, 0.9)))
                .isEqualTo(strength);
    }

    private static List<LayerReport> reports(double stability, double[] auc) {
        List<LayerReport> reports = new ArrayList<>();
        for (int layer = 0; layer < 30; layer++) {
            reports.add(report(layer, NORM[layer], RESIDUAL[layer], AGREEMENT[layer], auc[layer], stability));
        }
        return reports;
    }

    private static List<Interval> intervals(double[] agreement) {
        return java.util.Arrays.stream(agreement)
                .mapToObj(mean -> new Interval(mean, mean - 0.024, mean + 0.024))
                .toList();
    }

    private static LayerReport report(
            int layer, double norm, double residual, double agreement, double auc, double stability) {
        return new LayerReport(
                layer, norm, residual, agreement, 2, auc, new Interval(stability, stability - 0.02, stability + 0.01));
    }
}
