package org.vectorscope.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RandomNullTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void itCountsWhatRealGaussianMatricesShow(int index) {
        JsonNode theirs = GeometryFixture.of("random").node().get(index);
        int n = theirs.get("n").asInt();
        int d = theirs.get("d").asInt();

        RandomNull random = RandomNull.of(n, d);

        theirs.get("mean").properties().forEach(entry -> {
            double sd = theirs.get("sd").get(entry.getKey()).asDouble();
            RandomNull.Count count = random.dimension(Double.parseDouble(entry.getKey()));
            assertThat(count.mean())
                    .as("n %d, d %d, threshold %s", n, d, entry.getKey())
                    .isCloseTo(entry.getValue().asDouble(), within(3.5 * sd / Math.sqrt(RandomNull.SEEDS) + 0.01));
            assertThat(count.low()).isLessThanOrEqualTo(count.mean());
            assertThat(count.high()).isGreaterThanOrEqualTo(count.mean());
        });
        double[] spectrum = GeometryFixture.doubles(theirs.get("spectrum"));
        double total = Arrays.stream(spectrum).sum();
        assertThat(random.meanEigenvalues(total)).containsExactly(spectrum, within(0.05 * spectrum[0]));
    }

    @Test
    void twoRowsHaveOneEigenvalue() {
        RandomNull random = RandomNull.of(2, 5);
        assertThat(random.dimension(0.5)).isEqualTo(new RandomNull.Count(4, 4, 4));
        assertThat(random.meanEigenvalues(3)).containsExactly(new double[] {3}, within(1e-12));
    }
}
