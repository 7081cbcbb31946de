package org.vectorscope.engine.torch.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeSearchTest {
    private static final String PACKAGES = "lib/python3.11/site-packages/torch";

    @TempDir
    Path folder;

    private List<Path> found(Map<String, String> environment, Path... added) throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        return new RuntimeSearch(environment, Files.createDirectories(folder.resolve("home")), empty, List.of(empty))
                .all(List.of(added)).stream().map(FoundRuntime::given).toList();
    }

    private Path env(String name) throws IOException {
        return Folders.good(folder.resolve(name).resolve(PACKAGES)).toRealPath();
    }

    @Test
    void activeEnvironmentsAreFound() throws IOException {
        Path venv = env("venv");
        Path conda = env("conda");

        assertThat(found(Map.of(
                        "VIRTUAL_ENV", folder.resolve("venv").toString(),
                        "CONDA_PREFIX", folder.resolve("conda").toString())))
                .containsExactlyInAnyOrder(venv, conda);
    }

    @Test
    void anInterpreterOnThePathIsLookedBesideAndNeverRun() throws IOException {
        Path torch = env("tools");
        Path bin = Files.createDirectories(folder.resolve("tools/bin"));
        Path python = bin.resolve("python3");
        Path trace = folder.resolve("was-run");
        Files.writeString(python, "#!/bin/sh\ntouch " + trace + "\n");
        assertThat(python.toFile().setExecutable(true)).isTrue();

        assertThat(found(Map.of("PATH", bin + java.io.File.pathSeparator + folder.resolve("nowhere"))))
                .containsExactly(torch);
        assertThat(trace).doesNotExist();
    }

    @Test
    void environmentsAtHomeAreFoundThoseOfCondaToo() throws IOException {
        Path venv = env("home/.venv");
        Path inner = env("home/miniconda3/envs/gpu");

        assertThat(found(Map.of())).containsExactlyInAnyOrder(venv, inner);
    }

    @Test
    void oneFolderReachedInTwoWaysIsOneEntry() throws IOException {
        Path venv = env("venv");

        assertThat(found(Map.of("VIRTUAL_ENV", folder.resolve("venv").toString()), venv, folder.resolve("venv")))
                .containsExactly(venv);
    }

    @Test
    void whatWasAddedIsToldEvenWhereNothingIsThereAnyMore() throws IOException {
        Path gone = folder.resolve("gone");
        List<FoundRuntime> all = new RuntimeSearch(Map.of(), folder, folder, List.of()).all(List.of(gone));

        assertThat(all).hasSize(1);
        assertThat(all.getFirst().isUsable()).isFalse();
        assertThat(all.getFirst().fault())
                .hasValueSatisfying(why -> assertThat(why).startsWith("holds no PyTorch"));
    }

    @Test
    void homesOfLinksInCirclesEndTheSearch() throws IOException {
        Path loop = folder.resolve("home/.venv");
        Files.createDirectories(folder.resolve("home"));
        Files.createSymbolicLink(loop, loop);

        assertThat(found(Map.of("VIRTUAL_ENV", loop.toString(), "PATH", loop + "\0:" + loop)))
                .isEmpty();
    }
}
