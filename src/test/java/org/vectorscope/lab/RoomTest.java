package org.vectorscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.vectorscope.engine.Precision;

class RoomTest {
    private static final long GB = 1_000_000_000L;
    private static final ToLongFunction<Precision> SEVEN_BILLION = p -> (long) (7 * p.bytesPerWeight() * GB);

    private static Optional<String> fault(Precision precision, double available) {
        return Room.fault("seven", precision, SEVEN_BILLION, (long) (available * GB));
    }

    @Test
    void aModelThatFitsIsLoaded() {
        assertThat(fault(Precision.F32, 28)).isEmpty();
        assertThat(fault(Precision.W4, 5)).isEmpty();
    }

    @Test
    void oneThatDoesNotIsToldTheFinestPrecisionThatDoes() {
        assertThat(fault(Precision.F32, 20))
                .contains("seven needs 28.0 GB of memory in float32, and 20.0 GB are free."
                        + " With 16-bit weights (f16w) it needs 14.0 GB.");
        assertThat(fault(Precision.BF16, 5))
                .contains("seven needs 14.0 GB of memory in bfloat16, and 5.0 GB are free."
                        + " With 4-bit weights (w4) it needs 4.4 GB.");
    }

    @Test
    void oneThatNeverFitsIsToldSo() {
        assertThat(fault(Precision.W4, 4))
                .contains("seven needs 4.4 GB of memory in 4-bit weights, and 4.0 GB are free.");
    }
}
