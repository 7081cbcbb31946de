package org.vectorscope.engine.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vectorscope.engine.LanguageModel;
import org.vectorscope.engine.SelfCheck;
import org.vectorscope.engine.SelfChecks;
import org.vectorscope.job.Monitor;

class SelfChecksTest {
    @Test
    void allHoldOfAModel() {
        try (TorchRuntime runtime = TorchRuntime.start();
                LanguageModel model =
                        new TorchModels(runtime).load(new RandomCheckpoint(RandomCheckpoint.BIASED, 6), Monitor.NONE)) {
            List<SelfCheck> checks = SelfChecks.run(model, Monitor.NONE);
            assertThat(checks).hasSize(9).allMatch(SelfCheck::passed);
            assertThat(checks).allSatisfy(check -> assertThat(check.error()).isLessThan(1e-5));
        }
    }

    @Test
    void anErrorThatIsNoNumberFails() {
        assertThat(new SelfCheck("", Double.NaN, 1).passed()).isFalse();
    }
}
