package org.vectorscope.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vectorscope.file.BadInput;
import org.vectorscope.geometry.Gaussians;
import org.vectorscope.score.LetterScore;
import org.vectorscope.study.SweepMap.Verdict;

class SweepStatisticsTest {
    private static final double[] SEVEN = SweepSpec.STRENGTHS;

    private static SweepSpec spec(int items, int layers, double... strengths) {
        TreeMap<Integer, float[]> vectors = new TreeMap<>();
        IntStream.range(0, layers).forEach(layer -> vectors.put(layer, new float[] {1}));
        SweepItem item = new SweepItem(new LetterScore(new int[] {1, 2}, 3, 4), 1);
        return new SweepSpec(java.util.Collections.nCopies(items, item), vectors, strengths);
    }

    private static ItemPropensities item(double[] strengths, double unsteered, DoubleUnaryOperator... layers) {
        float[][] steered = new float[layers.length][strengths.length];
        for (int layer = 0; layer < layers.length; layer++) {
            for (int i = 0; i < strengths.length; i++) {
                steered[layer][i] = (float) (unsteered + layers[layer].applyAsDouble(strengths[i]));
            }
        }
        return new ItemPropensities((float) unsteered, steered);
    }

    @Test
    void theSlopeOfTheSevenStrengthsWeighsThemWithMinusThreeToThreeFourteenths() {
        for (int i = 0; i < 7; i++) {
            float[] one = new float[7];
            one[i] = 1;
            assertThat(SweepStatistics.slope(SEVEN, one)).isCloseTo((i - 3) / 14.0, within(1e-12));
        }
    }

    /** The curve of corrigible-neutral-HHH, index 100, read off Tan et al.'s figure: numpy.polyfit gives 4.335714. */
    @Test
    void aCurveThatIsNoLineHasItsLeastSquaresSlope() {
        float[] curve = {-4.2f, 5.1f, 10.2f, 12.6f, 13.3f, 12.3f, 10.2f};
        assertThat(SweepStatistics.slope(SEVEN, curve)).isCloseTo(4.335714, within(1e-5));
    }

    @Test
    void anItemWhoseSlopeIsZeroCountsAsAntiSteerable() {
        List<ItemPropensities> items = List.of(
                item(SEVEN, 0, a -> 0), item(SEVEN, 1, a -> 2 * a), item(SEVEN, 2, a -> -a), item(SEVEN, 3, a -> a));
        SweepMap.Layer layer = SweepStatistics.of(spec(4, 1, SEVEN), items).at(0);
        assertThat(layer.antiSteerable()).isEqualTo(0.5);
        assertThat(layer.slope()).isCloseTo(0.5, within(1e-7));
        assertThat(layer.n()).isEqualTo(4);
    }

    @Test
    void theSlopeOfTheMeanIsTheMeanOfTheSlopes() {
        Gaussians random = new Gaussians(3, 0);
        List<ItemPropensities> items = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            items.add(item(SEVEN, random.next(), a -> a == 0 ? 0 : random.next()));
        }
        SweepMap.Layer layer = SweepStatistics.of(spec(20, 1, SEVEN), items).at(0);
        float[] mean = new float[7];
        for (int i = 0; i < 7; i++) {
            mean[i] = (float) layer.propensity()[i];
        }
        assertThat(layer.slope()).isCloseTo(SweepStatistics.slope(SEVEN, mean), within(1e-6));
        assertThat(layer.propensity()[3])
                .isEqualTo(SweepStatistics.of(spec(20, 1, SEVEN), items)
                        .unsteered()
                        .mean());
    }

    @Test
    void anEffectIsFoundWhereItWasPlanted() {
        Gaussians random = new Gaussians(5, 0);
        List<ItemPropensities> items = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            double own = 0.5 + 0.2 * random.next();
            items.add(item(SEVEN, random.next(), a -> 0.1 * random.next(), a -> own * a, a -> 0.1 * random.next()));
        }
        SweepMap map = SweepStatistics.of(spec(30, 3, SEVEN), items);
        assertThat(map.best().layer()).isEqualTo(1);
        assertThat(map.best().strength()).isEqualTo(1.5);
        assertThat(map.best().verdict()).isEqualTo(Verdict.STEERS);
        assertThat(map.best().low()).isPositive();
        assertThat(map.complete()).isTrue();
        assertThat(SweepWords.headline(map)).isEqualTo("Layer 1 steers");
    }

    /**
     * The best of thirty layers of noise: an interval for one of them alone would miss 0 far too often. One item is still
     * to come, so that fewer redraws are made.
     */
    @Test
    void theBestOfManyLayersOfNoiseIsSaidToHaveNoEffect() {
        int wrong = 0;
        for (int seed = 0; seed < 40; seed++) {
            Gaussians random = new Gaussians(seed, 1);
            List<ItemPropensities> items = new ArrayList<>();
            DoubleUnaryOperator[] layers = new DoubleUnaryOperator[30];
            for (int i = 0; i < 40; i++) {
                for (int layer = 0; layer < 30; layer++) {
                    double slope = random.next();
                    layers[layer] = a -> slope * a;
                }
                items.add(item(SEVEN, 0, layers));
            }
            wrong += SweepStatistics.of(spec(41, 30, SEVEN), items).best().verdict() == Verdict.NO_EFFECT ? 0 : 1;
        }
        assertThat(wrong).isLessThanOrEqualTo(5);
    }

    @Test
    void aVectorThatActsAgainstItsNameAtEveryLayerIsSaidToSteerTheOtherWay() {
        List<ItemPropensities> items = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double own = 1 + 0.01 * i;
            items.add(item(SEVEN, 0, a -> -own * a, a -> -2 * own * a));
        }
        SweepMap map = SweepStatistics.of(spec(12, 2, SEVEN), items);
        assertThat(map.best().verdict()).isEqualTo(Verdict.AGAINST);
        assertThat(map.best().layer()).isZero();
        assertThat(map.at(1).antiSteerable()).isEqualTo(1);
    }

    @Test
    void oneItemHasNoInterval() {
        SweepMap map = SweepStatistics.of(spec(2, 1, SEVEN), List.of(item(SEVEN, 1, a -> a)));
        assertThat(map.at(0).low()).isNull();
        assertThat(map.best().verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(map.complete()).isFalse();
    }

    @Test
    void strengthsAreSortedAndOneAloneIsRefused() {
        assertThat(SweepSpec.checked(new double[] {1, -0.0, 1, -2})).containsExactly(-2, 0, 1);
        assertThatThrownBy(() -> SweepSpec.checked(new double[] {1, 1}))
                .isInstanceOf(BadInput.class)
                .hasMessage("--strengths: a slope needs at least two different strengths");
        assertThatThrownBy(() -> SweepSpec.checked(new double[] {0, Double.NaN}))
                .isInstanceOf(BadInput.class);
    }
}
