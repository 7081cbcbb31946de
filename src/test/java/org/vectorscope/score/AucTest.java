package org.vectorscope.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class AucTest {
    @Test
    void valueAndIntervalAreThoseOfTheReference() {
        for (JsonNode c : Fixtures.cases("auc")) {
            double[] scores = Fixtures.doubles(c.get("scores"));

            Auc auc = Auc.of(scores, Fixtures.sides(c.get("y")), scores.length / 2);

            assertThat(auc.value()).isCloseTo(c.get("value").doubleValue(), within(1e-12));
            assertThat(auc.low()).isCloseTo(c.get("low").doubleValue(), within(1e-6));
            assertThat(auc.high()).isCloseTo(c.get("high").doubleValue(), within(1e-6));
        }
    }

    @Test
    void aPerfectSeparationIsNotCertain() {
        Auc auc = Auc.of(new double[] {4, 3, 2, 1}, new boolean[] {true, true, false, false}, 2);

        assertThat(auc.value()).isEqualTo(1);
        assertThat(auc.low()).isLessThan(0.6);
        assertThat(auc.high()).isEqualTo(1);
    }
}
