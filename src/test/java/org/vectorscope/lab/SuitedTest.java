package org.vectorscope.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.vectorscope.engine.Precision;

class SuitedTest {
    private static final long GB = 1_000_000_000L;
    private static final ToLongFunction<Precision> SEVEN_BILLION = p -> (long) (7 * p.bytesPerWeight() * GB);

    @Test
    void sixteenBitWeightsAreTakenWhereTheyAreClearlyQuicker() {
        assertThat(Suited.onCpu(SEVEN_BILLION, 64 * GB, 1.5)).isEqualTo(Precision.F16W);
        assertThat(Suited.onCpu(SEVEN_BILLION, 64 * GB, 1.1)).isEqualTo(Precision.F32);
        assertThat(Suited.onCpu(SEVEN_BILLION, 64 * GB, 0)).isEqualTo(Precision.F32);
    }

    @Test
    void whereThereIsNoRoomTheNextCoarserIsTaken() {
        assertThat(Suited.onCpu(SEVEN_BILLION, 20 * GB, 0.5)).isEqualTo(Precision.F16W);
        assertThat(Suited.onCpu(SEVEN_BILLION, 8 * GB, 1.5)).isEqualTo(Precision.W4);
        assertThat(Suited.onGpu(SEVEN_BILLION, 16 * GB)).isEqualTo(Precision.F16);
    }

    @Test
    void whereNothingFitsTheRefusalSpeaksOfTheFirst() {
        assertThat(Suited.onCpu(SEVEN_BILLION, GB, 1.5)).isEqualTo(Precision.F16W);
        assertThat(Suited.onGpu(SEVEN_BILLION, GB)).isEqualTo(Precision.F32);
    }
}
