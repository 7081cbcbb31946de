package org.vectorscope.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Checkpoints;
import org.vectorscope.checkpoint.TinyModels;

class LoadsTest {
    /** Of d 32, 2 blocks, 96 tokens, its own head. */
    private interface Check {
        void of(Loads loads, Checkpoint checkpoint);
    }

    private static void with(String dtype, Check check) throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(TinyModels.folder("new-spelling"))) {
            check.of(new Loads(checkpoint, dtype), checkpoint);
        }
    }

    @Test
    void aPassThroughAllBlocksAndTheHeadReadsEveryWeightButTheEmbedding() throws IOException {
        with("f32", (loads, checkpoint) -> {
            Load load = loads.blocks(loads.layers(), 1, 1, 0).plus(loads.head(1, 1));
            assertThat(load.bytes()).isCloseTo(4.0 * (checkpoint.parameters() - 96 * 32), within(1e-6));
            assertThat(load.passes()).isCloseTo(1, within(1e-12));
            assertThat(load.flops()).isCloseTo(2.0 * (checkpoint.parameters() - 96 * 32), within(1e-6));
        });
    }

    @Test
    void halfTheBytesAreReadAtHalfThePrecision() throws IOException {
        double[] bytes = new double[2];
        with("f32", (loads, checkpoint) -> bytes[0] = loads.head(1, 1).bytes());
        with("bf16", (loads, checkpoint) -> bytes[1] = loads.head(1, 1).bytes());
        assertThat(bytes[1]).isEqualTo(bytes[0] / 2);
    }

    @Test
    void beginningsThatTextsShareCountOnce() throws IOException {
        with("f32", (loads, checkpoint) -> {
            double once = loads.blocks(loads.layers(), 1, 5, 1.75).flops();
            assertThat(loads.texts(List.of(new int[] {1, 2, 3, 4}, new int[] {1, 2, 9}))
                            .flops())
                    .isCloseTo(once, within(1e-6));
        });
    }

    @Test
    void theLimitIsWhateverTakesLonger() {
        assertThat(new Load(10, 1, 100).leastSeconds(10, 10)).isEqualTo(10);
        assertThat(new Load(100, 1, 10).leastSeconds(10, 10)).isEqualTo(10);
    }
}
