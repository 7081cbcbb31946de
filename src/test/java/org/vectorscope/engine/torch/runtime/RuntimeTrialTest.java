package org.vectorscope.engine.torch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.job.Monitor;

class RuntimeTrialTest {
    @TempDir
    Path folder;

    @Test
    void librariesThatAreNoneFailInAProcessOfTheirOwn() throws IOException {
        PytorchFolder pretended = PytorchFolder.read(Folders.good(folder));

        assertThat(RuntimeTrial.of(pretended, Monitor.NONE))
                .hasValueSatisfying(why -> assertThat(why).startsWith("libtorch could not be loaded: "));
    }

    /** Wants {@code pip install torch==2.7.1} in an environment that is active or in a usual place. */
    @Test
    void aRealCudaBuildIsTriedWhereThereIsOne() {
        List<FoundRuntime> usable = RuntimeSearch.ofThisMachine().all(List.of()).stream()
                .filter(FoundRuntime::isUsable)
                .toList();
        assumeTrue(!usable.isEmpty(), "no PyTorch 2.7.1 for CUDA on this machine");
        PytorchFolder real = usable.getFirst().folder().orElseThrow();

        if (Driver.read().fault().isEmpty()) {
            assertThat(RuntimeTrial.of(real, Monitor.NONE)).isEmpty();
        } else {
            assertThat(RuntimeTrial.of(real, Monitor.NONE))
                    .hasValueSatisfying(why -> assertThat(why).contains("libcuda"));
        }
    }
}
