package org.vectorscope.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.checkpoint.container.GgufWriter;
import org.vectorscope.checkpoint.container.SafetensorsWriter;
import org.vectorscope.file.BadInput;
import org.vectorscope.vector.SteeringVectors.Recipe;

class VectorFilesTest {
    private static final Recipe RECIPE =
            new Recipe("f".repeat(64), ExtractionMethod.PCA_CENTRED, -2, "a".repeat(64), 62);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"v.safetensors", "v.gguf", "V.GGUF"})
    void whatIsWrittenIsReadBack(String name) throws IOException {
        SteeringVectors written = vectors(Map.of(3, new float[] {1, -2, 0.5f}, 7, new float[] {4, 5, 6}));
        Path file = folder.resolve(name);

        assertThat(VectorFiles.write(file, written, "llama")).isEmpty();
        SteeringVectors read = VectorFiles.read(file);

        assertThat(read.layers()).containsExactly(3, 7);
        assertThat(read.at(3)).containsExactly(1, -2, 0.5f);
        assertThat(read.at(7)).containsExactly(4, 5, 6);
        assertThat(read.model()).isEqualTo("Starter");
        assertThat(read.recipe()).contains(RECIPE);
    }

    @Test
    void safetensorsWrittenByTheReferenceLibraryAreRead() throws IOException {
        SteeringVectors read = VectorFiles.read(fixture("vectors.safetensors"));

        assertThat(read.layers()).containsExactly(0, 2, 11);
        assertThat(read.at(11)).containsExactly(11, 12, 13, 14);
        assertThat(read.model()).isEqualTo("SmolLM2-135M-Instruct");
        assertThat(read.recipe().orElseThrow())
                .isEqualTo(new Recipe("f".repeat(64), ExtractionMethod.MEAN, -1, "a".repeat(64), 62));
    }

    @Test
    void aControlVectorWrittenAsRepengDoesIsReadAtTheSameLayers() throws IOException {
        SteeringVectors read = VectorFiles.read(fixture("repeng.gguf"));

        assertThat(read.layers()).containsExactly(1, 2, 3);
        assertThat(read.at(2)).containsExactly(-2, -1.75f, -1.5f, -1.25f, -1, -0.75f, -0.5f, -0.25f);
        assertThat(read.model()).isEqualTo("llama");
        assertThat(read.recipe()).isEmpty();
    }

    @Test
    void anArrayThatNumpyWroteIsReadARowALayer() throws IOException {
        for (String name : List.of("f32.npy", "f64.npy")) {
            SteeringVectors read = VectorFiles.read(fixture(name));

            assertThat(read.layers()).containsExactly(0, 1, 2);
            assertThat(read.at(1)).containsExactly(-4, 5.5f, 6, 7);
            assertThat(read.recipe()).isEmpty();
        }
    }

    @Test
    void anArrayIsWrittenAsNumpyWritesItAndSaysWhatItDoesNotHold() throws IOException {
        SteeringVectors vectors = VectorFiles.read(fixture("f32.npy"));
        Path file = folder.resolve("v.npy");

        assertThat(VectorFiles.write(file, vectors, "llama"))
                .containsExactly("npy holds numbers only: model, method and pairs are not in the file.");
        assertThat(file).hasSameBinaryContentAs(folder.resolve("f32.npy"));
    }

    @Test
    void anArrayHasNoPlaceForVectorsOfSomeLayersOnly() {
        SteeringVectors vectors = vectors(Map.of(3, new float[] {1}));

        assertThatThrownBy(() -> VectorFiles.write(folder.resolve("v.npy"), vectors, "llama"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("a row for every layer from 0");
        assertThat(folder.resolve("v.npy")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one-axis.npy | must be (layers, d)",
                "fortran.npy | only C-ordered",
                "objects.npy | only C-ordered <f4 and <f8",
                "nan.npy | its row 1 has NaN at index 2",
                "cut.npy | which is not what 160 bytes can",
                "long-header.npy | ends in the middle",
            })
    void anArrayThatIsNoVectorsIsRefused(String name, String why) throws IOException {
        Path file = fixture(name);

        assertThatThrownBy(() -> VectorFiles.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(why);
    }

    @Test
    void block0HasNoPlaceInAGgufAndThatIsSaid() throws IOException {
        SteeringVectors vectors = vectors(Map.of(0, new float[] {1}, 1, new float[] {2}));

        assertThat(VectorFiles.write(folder.resolve("v.gguf"), vectors, "llama"))
                .containsExactly("The vector for layer 0 was left out: GGUF control vectors begin at layer 1.");
        assertThat(VectorFiles.read(folder.resolve("v.gguf")).layers()).containsExactly(1);
        assertThatThrownBy(
                        () -> VectorFiles.write(folder.resolve("w.gguf"), vectors(Map.of(0, new float[] {1})), "llama"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no place");
        assertThat(folder.resolve("w.gguf")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "format, other.1, only 'vectorscope.vector.1' is read",
        "layer_convention, resid_pre, only 'resid_post' is read",
        "method, magic, 'magic' is not a method",
        "n, many, not a whole number",
        "fingerprint,, has no 'fingerprint'",
        "model,, has no 'model'",
        "read_token,, has no 'read_token'",
        "pairs_sha256,, has no 'pairs_sha256'"
    })
    void metadataThatIsMissingOrStrangeIsRefused(String key, String value, String message) throws IOException {
        Map<String, String> metadata = new TreeMap<>(Map.of(
                "format",
                "vectorscope.vector.1",
                "model",
                "M",
                "fingerprint",
                "f",
                "method",
                "mean",
                "read_token",
                "-1",
                "pairs_sha256",
                "a",
                "n",
                "3",
                "layer_convention",
                "resid_post"));
        metadata.remove(key);
        Optional.ofNullable(value).ifPresent(v -> metadata.put(key, v));
        SafetensorsWriter writer = new SafetensorsWriter().floats("vector.1", new float[] {1, 2}, 2);
        metadata.forEach(writer::metadata);
        refused(writer, message);
    }

    @Test
    void numbersThatAreNoneAreRefusedWithTheirPlace() throws IOException {
        refused(complete().floats("vector.4", new float[] {1, Float.NaN}, 2), "'vector.4' has NaN at index 1");
        refused(
                complete().floats("vector.4", new float[] {Float.NEGATIVE_INFINITY}, 1),
                "'vector.4' has -Infinity at index 0");
    }

    @Test
    void tensorsThatAreNoVectorsOfOneWidthAreRefused() throws IOException {
        refused(complete().floats("vector.1", new float[2], 1, 2), "shape [1, 2]");
        refused(complete().floats("vector.1", new float[0], 0), "shape [0]");
        refused(complete().floats("vector.x", new float[2], 2), "names no layer");
        refused(complete().floats("vector.99999", new float[2], 2), "names no layer");
        refused(complete().floats("vector.1", new float[2], 2).floats("vector.2", new float[3], 3), "is 3 wide");
        refused(complete().floats("vector.1", new float[2], 2).floats("vector.01", new float[2], 2), "two vectors");
        refused(complete().floats("other", new float[2], 2), "no vectors");
    }

    @Test
    void aGgufThatIsNoControlVectorIsRefused() throws IOException {
        Path file = folder.resolve("model.gguf");
        new GgufWriter().text("general.architecture", "llama").write(file);
        assertThatThrownBy(() -> VectorFiles.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("'llama'");

        new GgufWriter()
                .text("general.architecture", "controlvector")
                .text("controlvector.model_hint", "llama")
                .floats("direction.0", new float[2], 2)
                .write(file);
        assertThatThrownBy(() -> VectorFiles.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("direction.0");
    }

    @Test
    void filesThatAreNotThereOrOfAnotherKindAreRefused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.safetensors"), "not a vector at all");
        assertThatThrownBy(() -> VectorFiles.read(text)).isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> VectorFiles.read(folder.resolve("nowhere")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> VectorFiles.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("not a file");
        assertThatThrownBy(() -> VectorFiles.write(folder.resolve("v.pt"), vectors(Map.of(1, new float[1])), "llama"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(".safetensors, .gguf or .npy");
    }

    @Test
    void vectorsOfAnotherModelAreRefused() {
        SteeringVectors vectors = vectors(Map.of(5, new float[] {1, 2, 3}));

        assertThatThrownBy(() -> vectors.checkedFor("v.gguf", 4, 30))
                .hasMessage("v.gguf: its vectors are 3 wide, the model's residual stream is 4");
        assertThatThrownBy(() -> vectors.checkedFor("v.gguf", 3, 5))
                .hasMessage("v.gguf: has a vector for layer 5, the model's last is 4");
        assertThat(vectors.checkedFor("v.gguf", 3, 6)).isSameAs(vectors);
        assertThatThrownBy(() -> vectors.at(4))
                .hasMessage("--layer: there is no vector for layer 4; there is one for 5");
    }

    private void refused(SafetensorsWriter writer, String message) throws IOException {
        Path file = folder.resolve("bad.safetensors");
        writer.write(file);
        assertThatThrownBy(() -> VectorFiles.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    private static SafetensorsWriter complete() {
        SafetensorsWriter writer = new SafetensorsWriter();
        List.of("model", "fingerprint", "pairs_sha256").forEach(key -> writer.metadata(key, "x"));
        return writer.metadata("format", "vectorscope.vector.1")
                .metadata("method", "mean")
                .metadata("read_token", "-1")
                .metadata("n", "3")
                .metadata("layer_convention", "resid_post");
    }

    private Path fixture(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = VectorFilesTest.class.getResourceAsStream(name)) {
            Files.copy(in, copy);
        }
        return copy;
    }

    private static SteeringVectors vectors(Map<Integer, float[]> byLayer) {
        return new SteeringVectors(new TreeMap<>(byLayer), "Starter", Optional.of(RECIPE));
    }
}
