package org.vectorscope.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final long SECOND = 1_000_000_000L;

    private final Rate rate = new Rate("Reading", 0);

    @Test
    void nothingIsSaidInTheFirstSecond() {
        rate.left(OptionalDouble.of(0), 0);

        assertThat(rate.left(OptionalDouble.of(0.5), SECOND - 1)).isEmpty();
    }

    @Test
    void whatIsLeftFollowsFromTheMeasuredRate() {
        rate.left(OptionalDouble.of(0), 0);

        assertThat(rate.left(OptionalDouble.of(0.25), 5 * SECOND)).contains(Duration.ofSeconds(15));
    }

    @Test
    void resumedWorkCountsOnlyWhatItDidItself() {
        rate.left(OptionalDouble.of(0.5), 0);

        assertThat(rate.left(OptionalDouble.of(0.75), 10 * SECOND)).contains(Duration.ofSeconds(10));
    }

    @Test
    void nothingIsSaidWhereNothingMovesOrTheTotalIsUnknown() {
        rate.left(OptionalDouble.of(0.5), 0);

        assertThat(rate.left(OptionalDouble.of(0.5), 10 * SECOND)).isEmpty();
        assertThat(rate.left(OptionalDouble.empty(), 10 * SECOND)).isEmpty();
    }
}
