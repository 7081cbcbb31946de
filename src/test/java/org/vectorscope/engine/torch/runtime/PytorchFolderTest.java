package org.vectorscope.engine.torch.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.file.BadInput;

class PytorchFolderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "torch",
                "env/lib/python3.11/site-packages/torch",
                "env/lib64/python3.9/site-packages/torch",
                "env/Lib/site-packages/torch",
                "usr/lib/python3/dist-packages/torch",
                "libtorch"
            })
    void itIsFoundWhereverAPersonPointsAtIt(String place) throws IOException {
        Path root = Folders.good(folder.resolve(place)).toRealPath();
        Path outermost = folder.resolve(place.split("/")[0]);

        assertThat(PytorchFolder.read(root).root()).isEqualTo(root);
        assertThat(PytorchFolder.read(root.resolve("lib")).root()).isEqualTo(root);
        assertThat(PytorchFolder.read(root.getParent()).root()).isEqualTo(root);
        assertThat(PytorchFolder.read(outermost).root()).isEqualTo(root);
    }

    @Test
    void aCudaBuildOfTheRightVersionHasNoFault() throws IOException {
        PytorchFolder read = PytorchFolder.read(Folders.good(folder));

        assertThat(read.version()).isEqualTo("2.7.1+cu126");
        assertThat(read.cuda()).contains("12.6");
        assertThat(read.fault()).isEmpty();
        assertThat(read.title()).isEqualTo("PyTorch 2.7.1 · CUDA 12.6");
    }

    @Test
    void anUnpackedLibtorchTellsItsVersionInALine() throws IOException {
        Folders.good(folder);
        Files.delete(folder.resolve("version.py"));
        Files.writeString(folder.resolve("build-version"), "2.7.1+cu128\n");

        assertThat(PytorchFolder.read(folder).cuda()).contains("12.8");
        assertThat(PytorchFolder.read(folder).fault()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2.6.0+cu124, '12.4', is PyTorch 2.6.0+cu124; only 2.7.1 fits",
        "2.7.0, '12.6', is PyTorch 2.7.0;",
        "2.7.10+cu126, '12.6', is PyTorch 2.7.10+cu126;",
        "2.7.1a0+git1234, '12.6', is PyTorch 2.7.1a0+git1234;",
        "2.7.1+cu118, '11.8', is built for CUDA 11.8",
        "2.7.1+cu130, '13.0', is built for CUDA 13.0"
    })
    void anotherVersionIsRefusedInOneSentence(String version, String cuda, String said) throws IOException {
        Folders.torch(folder, Folders.versionPy(version, "'" + cuda + "'"), true);

        assertThat(PytorchFolder.read(folder).fault())
                .hasValueSatisfying(why -> assertThat(why).startsWith(said));
    }

    @Test
    void aCpuBuildIsRefusedWhateverItSaysOfCuda() throws IOException {
        Folders.torch(folder, Folders.versionPy("2.7.1+cpu", "None"), false);
        assertThat(PytorchFolder.read(folder).fault()).contains("is a CPU build; what is shipped does the same");

        Folders.torch(folder, Folders.versionPy("2.7.1+cu126", "'12.6'"), false);
        assertThat(PytorchFolder.read(folder).cuda()).isEqualTo(Optional.empty());
    }

    @Test
    void aHugeVersionFileIsNotRead() throws IOException {
        String line = "__version__ = '2.7.1+cu126'\n";
        Folders.torch(folder, line + "#".repeat(200_000), true);

        assertThatThrownBy(() -> PytorchFolder.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("version.py: is larger than");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "__version__ = os.system('rm -rf /')",
                "__version__ = '2.7.1\n'",
                "version = '2.7.1'",
                "__version__ = ''",
                "__version__ = '../../2.7.1'",
                "x__version__ = '2.7.1'"
            })
    void aVersionFileThatTellsNoVersionIsRefused(String content) throws IOException {
        Folders.torch(folder, content, true);

        assertThatThrownBy(() -> PytorchFolder.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("does not tell PyTorch's version");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Folders.good(folder);
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[1 + random.nextInt(4000)];
            random.nextBytes(bytes);
            Files.write(folder.resolve("version.py"), bytes);
            assertThatThrownBy(() -> PytorchFolder.read(folder)).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void aVersionOnALineOfHundredsOfEqualSignsTakesNoTime() throws IOException {
        Folders.torch(folder, ("__version__" + "=".repeat(8000) + "\ncuda" + " ".repeat(7000)), true);

        assertThatThrownBy(() -> PytorchFolder.read(folder)).isInstanceOf(BadInput.class);
    }

    @Test
    void linksInACircleHoldNoPytorch() throws IOException {
        Path a = folder.resolve("lib");
        Path b = folder.resolve("torch");
        Files.createSymbolicLink(a, b);
        Files.createSymbolicLink(b, a);

        assertThatThrownBy(() -> PytorchFolder.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("holds no PyTorch");
    }

    @Test
    void aVersionFileThatIsALinkToItselfTellsNothing() throws IOException {
        Folders.good(folder);
        Files.delete(folder.resolve("version.py"));
        Files.createSymbolicLink(folder.resolve("version.py"), folder.resolve("version.py"));

        assertThatThrownBy(() -> PytorchFolder.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("does not tell its version");
    }

    @Test
    void aFileInPlaceOfTheFolderHoldsNoPytorch() throws IOException {
        Path file = Files.write(folder.resolve("torch.whl"), "PK".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> PytorchFolder.read(file)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> PytorchFolder.read(folder.resolve("nowhere"))).isInstanceOf(BadInput.class);
    }

    @Test
    void theCudaRuntimeOfAWheelLiesBesideTorch() throws IOException {
        Path packages = folder.resolve("site-packages");
        PytorchFolder read = PytorchFolder.read(Folders.good(packages.resolve("torch")));
        assertThat(read.cudaRuntime()).isEqualTo(read.lib());

        Path runtime = Files.createDirectories(packages.resolve("nvidia/cuda_runtime/lib"));
        Files.createDirectories(packages.resolve("nvidia/cuda_runtime/bin"));
        assertThat(read.cudaRuntime().getParent())
                .isEqualTo(runtime.toRealPath().getParent());
    }
}
