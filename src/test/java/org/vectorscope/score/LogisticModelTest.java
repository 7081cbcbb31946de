package org.vectorscope.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class LogisticModelTest {
    @Test
    void theWeightsAreThoseOfScikitLearn() {
        for (JsonNode c : Fixtures.cases("logistic")) {
            float[][] x = StreamSupport.stream(c.get("x").spliterator(), false)
                    .map(Fixtures::floats)
                    .toArray(float[][]::new);

            LogisticModel model =
                    LogisticModel.fit(x, Fixtures.sides(c.get("y")), c.get("c").doubleValue());

            assertThat(model.weights()).containsExactly(Fixtures.doubles(c.get("weights")), within(1e-5));
        }
    }

    @Test
    void sidesThatAreApartGiveFiniteWeights() {
        float[][] x = {{1}, {2}, {-1}, {-2}};

        LogisticModel model = LogisticModel.fit(x, new boolean[] {true, true, false, false}, 1e6);

        assertThat(LogisticModel.sigmoid(model.logit(new float[] {3})))
                .isGreaterThan(0.999)
                .isLessThanOrEqualTo(1);
        assertThat(LogisticModel.sigmoid(model.logit(new float[] {0}))).isCloseTo(0.5, within(1e-6));
    }

    @Test
    void oneSideAloneIsNoFault() {
        LogisticModel model = LogisticModel.fit(new float[][] {{1}, {2}}, new boolean[] {true, true}, 1);

        assertThat(LogisticModel.sigmoid(model.logit(new float[] {0}))).isGreaterThan(0.9);
    }
}
