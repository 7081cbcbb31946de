package org.vectorscope.engine.torch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimePlanTest {
    private static final Driver GPU =
            new Driver(Optional.empty(), 12080, List.of(new Driver.Gpu("A GPU", 8_000_000_000L)));
    private static final Driver NONE = new Driver(Optional.of("no NVIDIA driver is installed here"), 0, List.of());

    @TempDir
    Path folder;

    private static RuntimePlan plan(
            RuntimeSettings settings, DeviceChoice device, Driver driver, FoundRuntime... found) {
        return RuntimePlan.of(settings, device, () -> driver, () -> List.of(found));
    }

    @Test
    void theCpuAsksForNoDriver() {
        RuntimePlan plan = RuntimePlan.of(
                RuntimeSettings.FIRST,
                DeviceChoice.CPU,
                () -> {
                    throw new AssertionError("asked");
                },
                List::of);
        assertThat(plan).isEqualTo(RuntimePlan.CPU);
    }

    @Test
    void withoutADriverTheCpuGoesOnAndIsExplainedOnlyToWhoAskedForCuda() {
        assertThat(plan(RuntimeSettings.FIRST, DeviceChoice.AUTO, NONE)).isEqualTo(RuntimePlan.CPU);
        assertThat(plan(RuntimeSettings.FIRST, DeviceChoice.CUDA, NONE).notice())
                .contains("No GPU: no NVIDIA driver is installed here. The CPU computes.");
    }

    @Test
    void theFirstFolderThatFitsIsTakenByItself() throws IOException {
        FoundRuntime wrong =
                RuntimeSearch.look(Folders.torch(folder.resolve("a"), Folders.versionPy("2.6.0", "'12.4'"), true));
        FoundRuntime right = RuntimeSearch.look(Folders.good(folder.resolve("b")));

        RuntimePlan plan = plan(RuntimeSettings.FIRST, DeviceChoice.AUTO, GPU, wrong, right);
        assertThat(plan.cuda()).isTrue();
        assertThat(plan.library())
                .isEqualTo(new TorchLibrary.Folder(right.folder().orElseThrow()));
        assertThat(plan(RuntimeSettings.FIRST, DeviceChoice.AUTO, GPU, wrong)).isEqualTo(RuntimePlan.CPU);
        assertThat(plan(RuntimeSettings.FIRST, DeviceChoice.CUDA, GPU, wrong).notice())
                .hasValueSatisfying(why -> assertThat(why).contains("pip install torch==2.7.1"));
    }

    @Test
    void aChosenFolderOfAnotherVersionIsRefusedBeforeItIsLoaded() throws IOException {
        Path wrong = Folders.torch(folder, Folders.versionPy("2.10.0+cu128", "'12.8'"), true);
        RuntimeSettings chosen = RuntimeSettings.FIRST.withLibrary(wrong.toString());

        RuntimePlan plan = plan(chosen, DeviceChoice.AUTO, GPU);
        assertThat(plan.library()).isEqualTo(new TorchLibrary.Bundled());
        assertThat(plan.notice()).hasValueSatisfying(why -> assertThat(why)
                .contains("is PyTorch 2.10.0+cu128; only 2.7.1 fits")
                .endsWith("The CPU computes."));
    }

    @Test
    void theShippedOneIsKeptToUnlessCudaIsAskedFor() throws IOException {
        FoundRuntime right = RuntimeSearch.look(Folders.good(folder));
        RuntimeSettings shipped = RuntimeSettings.FIRST.withLibrary(RuntimeSettings.SHIPPED);

        assertThat(plan(shipped, DeviceChoice.AUTO, GPU, right)).isEqualTo(RuntimePlan.CPU);
        assertThat(plan(shipped, DeviceChoice.CUDA, GPU, right).cuda()).isTrue();
    }

    @Test
    void aMachineWithoutADriverSaysSo() {
        Driver driver = Driver.read("libthat-is-not-there.so.1");
        assertThat(driver.fault()).hasValueSatisfying(why -> assertThat(why).startsWith("no NVIDIA driver"));
        assertThat(driver.gpus()).isEmpty();
    }

    @Test
    void aLibraryThatIsNoDriverIsRefused() {
        assertThat(Driver.read(System.mapLibraryName("c").replace("libc.so", "libc.so.6"))
                        .fault())
                .isPresent();
    }
}
