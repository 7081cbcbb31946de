package org.vectorscope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.vectorscope.checkpoint.ModelConfig.Attention;
import org.vectorscope.checkpoint.ModelConfig.Divisors;
import org.vectorscope.checkpoint.ModelConfig.Linear;
import org.vectorscope.checkpoint.ModelConfig.Llama3;
import org.vectorscope.checkpoint.ModelConfig.NoScaling;
import org.vectorscope.checkpoint.ModelConfig.Rope;
import org.vectorscope.checkpoint.container.SafetensorsFile;

/** Against what transformers reads from the same files. */
class TinyCheckpointsTest {
    @Test
    void theNewSpellingOfSettingsIsRead() throws IOException {
        assertThat(config(TinyModels.folder("new-spelling")))
                .isEqualTo(new ModelConfig(
                        "llama",
                        2,
                        32,
                        4,
                        2,
                        8,
                        64,
                        96,
                        128,
                        1e-5,
                        "silu",
                        List.of(new Rope(10000, 8, new NoScaling())),
                        List.of(new Attention(0, Attention.ALL), new Attention(0, Attention.ALL)),
                        1,
                        0,
                        false,
                        List.of(2)));
    }

    @Test
    void theOldSpellingOfSettingsIsRead() throws IOException {
        assertThat(config(TinyModels.folder("old-spelling")))
                .isEqualTo(new ModelConfig(
                        "llama",
                        2,
                        32,
                        4,
                        4,
                        8,
                        64,
                        96,
                        128,
                        1e-5,
                        "silu",
                        List.of(new Rope(10000, 8, new NoScaling())),
                        List.of(new Attention(0, Attention.ALL), new Attention(0, Attention.ALL)),
                        1,
                        0,
                        false,
                        List.of(2)));
    }

    @Test
    void headsMayBeWiderThanTheirShareOfTheResidualStream() throws IOException {
        assertThat(config(TinyModels.folder("free-head-dim")).headDim()).isEqualTo(12);
    }

    @Test
    void biasesAreFoundInBothFormats() throws IOException {
        for (Path path : List.of(TinyModels.folder("biased"), TinyModels.gguf("biased"))) {
            try (Checkpoint checkpoint = Checkpoints.open(path)) {
                for (String layer : List.of("self_attn.q_proj", "self_attn.o_proj", "mlp.up_proj", "mlp.down_proj")) {
                    assertThat(checkpoint.has("model.layers.1." + layer + ".bias"))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void scalingOfRotaryPositionsIsReadInBothFormats() throws IOException {
        assertThat(rope(TinyModels.folder("linear-scaling"))).isEqualTo(new Rope(10000, 8, new Linear(4)));
        assertThat(rope(TinyModels.gguf("linear-scaling"))).isEqualTo(new Rope(10000, 8, new Linear(4)));
        assertThat(rope(TinyModels.folder("llama3-scaling"))).isEqualTo(new Rope(100, 8, new Llama3(8, 1, 4, 64)));
        Divisors divisors = (Divisors) rope(TinyModels.gguf("llama3-scaling")).scaling();
        assertThat(divisors.values()).hasSize(4).startsWith(1f);
        assertThat(divisors.values().getLast()).isCloseTo(8f, within(1e-5f));
    }

    @Test
    void aHeadThatIsTheEmbeddingIsNoTensorOfItsOwn() throws IOException {
        try (Checkpoint tied = Checkpoints.open(TinyModels.folder("tied"));
                Checkpoint untied = Checkpoints.open(TinyModels.folder("new-spelling"))) {
            assertThat(tied.config().tied()).isTrue();
            assertThat(tied.has("lm_head.weight")).isFalse();
            assertThat(untied.config().tied()).isFalse();
            assertThat(untied.parameters() - tied.parameters()).isEqualTo(96 * 32);
        }
    }

    @ParameterizedTest
    @FieldSource("org.vectorscope.checkpoint.TinyModels#FOLDERS")
    void theEmbeddingsAreThoseThatTransformersSees(String name) throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(TinyModels.folder(name));
                SafetensorsFile trace = SafetensorsFile.open(TinyModels.trace(name))) {
            assertThat(embedded(checkpoint, trace)).containsExactly(trace.floats("embeddings"));
        }
    }

    @ParameterizedTest
    @FieldSource("org.vectorscope.checkpoint.TinyModels#QUANTISED")
    void everyTypeIsDequantisedToTheLastBitAsByTheGgufPackage(String type) throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(TinyModels.gguf(type));
                SafetensorsFile trace = SafetensorsFile.open(TinyModels.ggufTrace(type))) {
            assertThat(checkpoint.storedAs()).isEqualTo(type);
            assertThat(embedded(checkpoint, trace)).containsExactly(trace.floats("embeddings"));
            List<String> weights =
                    trace.names().stream().filter(checkpoint::has).toList();
            assertThat(weights).hasSizeGreaterThanOrEqualTo(2);
            for (String weight : weights) {
                assertThat(floats(checkpoint, weight)).as(weight).containsExactly(trace.floats(weight));
            }
        }
    }

    @ParameterizedTest
    @FieldSource("org.vectorscope.checkpoint.TinyModels#SAME_AS_FOLDER")
    void aConvertedModelHasTheRowsInTransformersOrderAgain(String name) throws IOException {
        try (Checkpoint converted = Checkpoints.open(TinyModels.gguf(name));
                Checkpoint original = Checkpoints.open(TinyModels.folder(name));
                SafetensorsFile stored =
                        SafetensorsFile.open(TinyModels.folder(name).resolve("model.safetensors"))) {
            for (String tensor : stored.names()) {
                assertThat(converted.shape(tensor)).as(tensor).isEqualTo(original.shape(tensor));
                assertThat(floats(converted, tensor)).as(tensor).containsExactly(floats(original, tensor));
            }
        }
    }

    @Test
    void theFingerprintDoesNotDependOnHowTensorsAreSpreadOverFiles() throws IOException {
        assertThat(fingerprint(TinyModels.folder("sharded"))).isEqualTo(fingerprint(TinyModels.folder("new-spelling")));
        assertThat(fingerprint(TinyModels.folder("tied"))).isNotEqualTo(fingerprint(TinyModels.folder("new-spelling")));
    }

    @Test
    void theMemoryNeededIsKnownBeforeAnythingIsLoaded() throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(TinyModels.gguf("Q4_0"))) {
            MemoryNeed need = MemoryNeed.of(checkpoint, 2, 10);
            // the embedding stays in the file: rows are read as they are needed
            long read = checkpoint.parameters() - 64 * 32;
            assertThat(need.weights()).isEqualTo(4 * read);
            assertThat(MemoryNeed.of(checkpoint, 2, 10, 2).weights()).isEqualTo(2 * read);
            assertThat(MemoryNeed.of(checkpoint, 4, 10).work()).isEqualTo(2 * need.work());
        }
    }

    private static float[] embedded(Checkpoint checkpoint, SafetensorsFile trace) {
        float[] table = floats(checkpoint, "model.embed_tokens.weight");
        int d = checkpoint.config().dModel();
        long[] ids = trace.integers("ids");
        float[] rows = new float[ids.length * d];
        for (int i = 0; i < ids.length; i++) {
            System.arraycopy(table, (int) ids[i] * d, rows, i * d, d);
        }
        return rows;
    }

    private static float[] floats(Checkpoint checkpoint, String tensor) {
        FloatBuffer buffer = checkpoint.float32(tensor).asFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private static Rope rope(Path path) throws IOException {
        return config(path).ropes().getFirst();
    }

    private static ModelConfig config(Path path) throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(path)) {
            return checkpoint.config();
        }
    }

    private static String fingerprint(Path path) throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(path)) {
            return checkpoint.fingerprint();
        }
    }
}
