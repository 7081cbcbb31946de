package org.vectorscope.job;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** How fast a stage goes, counted from what it first reported: work that is resumed begins in the middle. */
final class Rate {
    private static final long FIRST_SECOND = 1_000_000_000L;

    private final String stage;
    private final long begun;
    private double first = Double.NaN;

    /** @param begun nanoseconds, on the clock of {@link #left} */
    Rate(String stage, long begun) {
        this.stage = stage;
        this.begun = begun;
    }

    String stage() {
        return stage;
    }

    /** Empty in the first second, and while nothing has moved. */
    Optional<Duration> left(OptionalDouble fraction, long now) {
        if (fraction.isEmpty()) {
            return Optional.empty();
        }
        double done = fraction.getAsDouble();
        if (Double.isNaN(first)) {
            first = done;
        }
        long elapsed = now - begun;
        if (elapsed < FIRST_SECOND || done <= first) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofNanos((long) (elapsed * (1 - done) / (done - first))));
    }
}
