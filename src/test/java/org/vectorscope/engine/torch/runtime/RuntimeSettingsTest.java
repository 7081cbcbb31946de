package org.vectorscope.engine.torch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuntimeSettingsTest {
    @TempDir
    Path folder;

    @Test
    void whatWasChosenIsThereAtTheNextStart() throws IOException {
        PytorchFolder pytorch = PytorchFolder.read(Folders.good(folder.resolve("torch")));
        RuntimeSettings chosen = RuntimeSettings.FIRST
                .withDevice(DeviceChoice.CUDA)
                .withLibrary(pytorch.root().toString())
                .withAdded(pytorch.root())
                .withTried(pytorch)
                .withHalfSpeed("a processor", 1.5);
        chosen.write(folder.resolve("data"));

        RuntimeSettings read = RuntimeSettings.read(folder.resolve("data"));
        assertThat(read).isEqualTo(chosen);
        assertThat(read.hasTried(pytorch)).isTrue();
    }

    @Test
    void anotherLibraryInTheSameFolderIsTriedAgain() throws IOException {
        Path root = Folders.good(folder.resolve("torch"));
        RuntimeSettings tried = RuntimeSettings.FIRST.withTried(PytorchFolder.read(root));
        Files.writeString(root.resolve("lib").resolve(System.mapLibraryName("torch_cpu")), "another one");

        assertThat(tried.hasTried(PytorchFolder.read(root))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "null", "{\"device\": \"TPU\"}", "{\"added\": 3}", "{\"library\": \"a\\u0000b\"}"
            })
    void aDamagedFileIsAsGoodAsNone(String content) throws IOException {
        Files.writeString(folder.resolve("runtime.json"), content);

        assertThat(RuntimeSettings.read(folder)).isEqualTo(RuntimeSettings.FIRST);
    }
}
