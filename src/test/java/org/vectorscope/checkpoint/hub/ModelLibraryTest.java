package org.vectorscope.checkpoint.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;

class ModelLibraryTest {
    @TempDir
    Path folder;

    private Path cache;
    private DataFolder data;
    private ModelLibrary library;

    @BeforeEach
    void makeLibrary() {
        cache = folder.resolve("hub");
        data = new DataFolder(folder.resolve("data"));
        library = new ModelLibrary(
                data,
                new HubSettings(
                        URI.create("http://127.0.0.1:1"),
                        Optional.empty(),
                        Optional.of("since it is so"),
                        cache,
                        LocalHub.SHORT));
    }

    @Test
    void anEmptyMachineHasNoModels() {
        assertThat(library.list()).isEmpty();
    }

    @Test
    void theSnapshotThatMainStandsAtIsListed() throws IOException {
        snapshot("models--owner--name", "aaaa");
        snapshot("models--owner--name", "bbbb");
        write(cache.resolve("models--owner--name/refs/main"), "aaaa\n");
        List<ModelEntry> entries = library.list();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.name()).isEqualTo("owner/name");
            assertThat(entry.reference()).isEqualTo("owner/name");
            assertThat(entry.source()).isEqualTo(ModelSource.HUGGING_FACE_CACHE);
            assertThat(entry.path()).hasFileName("aaaa");
        });
        assertThat(library.resolve("owner/name", Monitor.NONE)).hasFileName("aaaa");
    }

    @Test
    void aRevisionOfTheCacheIsFoundByItsBranchAndByItsCommit() throws IOException {
        String first = "a".repeat(40);
        String second = "b".repeat(40);
        snapshot("models--owner--name", first);
        snapshot("models--owner--name", second);
        write(cache.resolve("models--owner--name/refs/main"), first);
        write(cache.resolve("models--owner--name/refs/v2"), second);
        assertThat(library.onDisk("owner/name"))
                .get()
                .extracting(Path::getFileName)
                .hasToString(first);
        assertThat(library.onDisk("owner/name@v2"))
                .get()
                .extracting(Path::getFileName)
                .hasToString(second);
        assertThat(library.onDisk("owner/name@bbbbbbb"))
                .get()
                .extracting(Path::getFileName)
                .hasToString(second);
        assertThat(library.onDisk("owner/name@v3")).isEmpty();
    }

    @Test
    void aRefThatPointsOutOfTheCacheIsNotFollowed() throws IOException {
        snapshot("models--owner--name", "aaaa");
        write(cache.resolve("models--owner--name/refs/bad"), "../../..");
        write(cache.resolve("models--owner--name/refs/empty"), "");
        assertThat(library.onDisk("owner/name@bad")).isEmpty();
        assertThat(library.onDisk("owner/name@empty")).isEmpty();
    }

    @Test
    void aSnapshotOfLinksIsReadAndOneThatLacksAShardIsNotTakenForAModel() throws IOException {
        Path blob = cache.resolve("models--owner--name/blobs/abc");
        write(blob, "x");
        Path snapshot = cache.resolve("models--owner--name/snapshots/aaaa");
        write(snapshot.resolve("config.json"), "{}");
        write(
                snapshot.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"a\": \"model-1.safetensors\", \"b\": \"model-2.safetensors\"}}");
        Files.createSymbolicLink(snapshot.resolve("model-1.safetensors"), Path.of("../../blobs/abc"));
        Files.createSymbolicLink(snapshot.resolve("model-2.safetensors"), Path.of("../../blobs/gone"));
        assertThat(library.onDisk("owner/name")).isEmpty();
        write(cache.resolve("models--owner--name/blobs/gone"), "x");
        assertThat(library.onDisk("owner/name")).contains(snapshot);
    }

    @Test
    void aGgufFileOfTheCacheIsFoundByItsNameAndItsQuantisation() throws IOException {
        Path file = cache.resolve("models--owner--name/snapshots/aaaa/Q8_0/small-Q8_0.gguf");
        write(file, "GGUF");
        assertThat(library.onDisk("owner/name:Q8_0")).contains(file);
        assertThat(library.onDisk("owner/name/Q8_0/small-Q8_0.gguf")).contains(file);
        assertThat(library.onDisk("owner/name:Q4_0")).isEmpty();
    }

    @Test
    void theNetworkIsSwitchedOffUntilItIsSwitchedOn() throws IOException {
        ModelLibrary open = new ModelLibrary(
                data,
                new HubSettings(
                        URI.create("http://127.0.0.1:1"), Optional.empty(), Optional.empty(), cache, LocalHub.SHORT));
        open.offline(true);
        assertThat(new ModelLibrary(data).offline()).isTrue();
        assertThatThrownBy(() -> open.fetch("owner/name", Monitor.NONE))
                .hasMessageContaining("switched off in Settings");
        assertThatThrownBy(() -> open.fetch("starter", Monitor.NONE)).hasMessageContaining("switched off in Settings");
        open.offline(false);
        assertThatThrownBy(() -> open.fetch("owner/name", Monitor.NONE)).hasMessageContaining("cannot be reached");
    }

    @Test
    void whatCannotRunSaysWhyAndStillItsFamily() throws IOException {
        Path added = Files.createDirectories(folder.resolve("mine/Mixtral"));
        write(added.resolve("config.json"), "{\"model_type\": \"mixtral\", \"torch_dtype\": \"bfloat16\"}");
        write(added.resolve("model.safetensors"), "not one");
        write(folder.resolve("mine/other/broken.gguf"), "GGUF?");
        library.add(folder.resolve("mine"));
        assertThat(library.list()).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.runnable()).isFalse();
            assertThat(entry.why()).isNotBlank().doesNotContain("\n");
        });
        assertThat(library.list().getFirst().family()).isEqualTo("mixtral");
        assertThat(library.list().getFirst().dtype()).isEqualTo("BF16");
    }

    @Test
    void addedFoldersOutliveTheProgramAndCanBeTakenOff() throws IOException {
        Path added = Files.createDirectories(folder.resolve("mine"));
        library.add(added);
        library.add(added);
        assertThat(new ModelLibrary(data).list())
                .filteredOn(entry -> entry.source() == ModelSource.ADDED)
                .hasSize(1);
        library.remove(added);
        assertThat(library.list()).isEmpty();
    }

    @Test
    void anAddedFolderThatIsGoneIsListedAsGone() throws IOException {
        library.add(folder.resolve("gone"));
        assertThat(library.list()).singleElement().satisfies(entry -> assertThat(entry.why())
                .contains("no such"));
    }

    @Test
    void pathsComeBeforeNames() throws IOException {
        Path model = folder.resolve("model.gguf");
        write(model, "GGUF");
        assertThat(library.resolve(model.toString(), Monitor.NONE)).isEqualTo(model);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"./nowhere", "/nowhere/model.gguf", "missing.gguf", "a b", "", "owner/name", "gpt2", "folder/"})
    void whatIsNowhereIsBadInput(String reference) {
        assertThatThrownBy(() -> library.resolve(reference, Monitor.NONE))
                .isInstanceOf(BadInput.class)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void theStarterOfflineIsAFetchFailureUnlessItIsThere() throws IOException {
        write(data.models().resolve("starter").resolve(StarterModel.WHEEL.name()), "x");
        assertThat(library.resolve("starter", Monitor.NONE)).hasFileName(StarterModel.WHEEL.name());
        assertThat(library.list()).singleElement().satisfies(entry -> {
            assertThat(entry.source()).isEqualTo(ModelSource.STARTER);
            assertThat(entry.reference()).isEqualTo("starter");
        });
    }

    private void snapshot(String model, String commit) throws IOException {
        Path snapshot = cache.resolve(model).resolve("snapshots").resolve(commit);
        write(snapshot.resolve("config.json"), "{\"model_type\": \"llama\"}");
        write(snapshot.resolve("model.safetensors"), "x");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
