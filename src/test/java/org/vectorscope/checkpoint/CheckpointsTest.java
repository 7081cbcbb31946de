package org.vectorscope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.checkpoint.container.SafetensorsWriter;
import org.vectorscope.file.BadInput;

class CheckpointsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"pytorch_model.bin", "model.pt", "model.pth", "model.pkl", "MODEL.CKPT"})
    void picklesAreRefusedByNameAndNeverOpened(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "no pickle at all");
        for (Path path : List.of(file, folder)) {
            assertRefused(path)
                    .hasMessageContaining(name)
                    .hasMessageContaining("pickle")
                    .hasMessageContaining("safetensors")
                    .hasMessageContaining("GGUF");
        }
    }

    @Test
    void pathsWithoutAModelAreRefused() throws IOException {
        assertRefused(folder.resolve("none")).hasMessageContaining("no such file or folder");
        assertRefused(folder).hasMessageContaining("holds no model");
        assertRefused(Files.writeString(folder.resolve("notes.txt"), "")).hasMessageContaining("is no model");
    }

    @Test
    void aFolderWithOneGgufFileIsThatModel() throws IOException {
        Files.copy(TinyModels.gguf("Q4_0"), folder.resolve("a.gguf"));
        try (Checkpoint checkpoint = Checkpoints.open(folder)) {
            assertThat(checkpoint.name()).isEqualTo("a");
            assertThat(checkpoint.format()).isEqualTo("GGUF");
        }
        Files.copy(TinyModels.gguf("Q4_1"), folder.resolve("b.gguf"));
        assertRefused(folder).hasMessageContaining("a.gguf, b.gguf");
    }

    @Test
    void aSplitGgufFileIsOneModelWhicheverPartIsOpened() throws IOException {
        Path first = TinyModels.split();
        Path second = first.resolveSibling("Q4_0-00002-of-00002.gguf");
        try (Checkpoint whole = Checkpoints.open(TinyModels.gguf("Q4_0"))) {
            for (Path path : List.of(first, second, first.getParent())) {
                try (Checkpoint split = Checkpoints.open(path)) {
                    assertThat(split.name()).isEqualTo("Q4_0");
                    assertThat(split.path()).isEqualTo(first);
                    assertThat(split.fingerprint()).isEqualTo(whole.fingerprint());
                    assertThat(split.bytesOnDisk()).isEqualTo(Files.size(first) + Files.size(second));
                }
            }
        }
    }

    @Test
    void aSplitGgufFileThatLacksAPartIsRefused() throws IOException {
        Path first = Files.copy(TinyModels.split(), folder.resolve("a-00001-of-00002.gguf"));
        assertRefused(first).hasMessageContaining("a-00002-of-00002.gguf is not there");
        Files.copy(TinyModels.split(), folder.resolve("a-00002-of-00002.gguf"));
        assertRefused(first).hasMessageContaining("is not part 2 of 2");
        assertRefused(Files.copy(first, folder.resolve("b.gguf"))).hasMessageContaining("not called");
    }

    @Test
    void aSafetensorsFileStandsForItsFolder() throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(TinyModels.folder("tied").resolve("model.safetensors"))) {
            assertThat(checkpoint.name()).isEqualTo("tied");
            assertThat(checkpoint.storedAs()).isEqualTo("F16");
            assertThat(checkpoint.bytesOnDisk())
                    .isEqualTo(Files.size(TinyModels.folder("tied").resolve("model.safetensors")));
        }
    }

    @Test
    void aFolderOfTheHuggingFaceCacheIsCalledAfterItsModel() throws IOException {
        Path snapshot =
                folder.resolve("models--some--name").resolve("snapshots").resolve("0123abcd");
        copy("tied", snapshot);
        try (Checkpoint checkpoint = Checkpoints.open(snapshot)) {
            assertThat(checkpoint.name()).isEqualTo("some/name");
        }
    }

    @Test
    void whatLiesBesideTheWeightsIsFoundInBothFormats() throws IOException {
        for (Path path : List.of(TinyModels.folder("talking"), TinyModels.gguf("talking"))) {
            try (Checkpoint checkpoint = Checkpoints.open(path)) {
                assertThat(checkpoint.config().stopIds()).containsExactly(2, 0);
                assertThat(checkpoint.licence()).contains("apache-2.0");
                String chat = checkpoint.chatTemplate().orElseThrow().render(List.of(new Message("user", "hi")), true);
                assertThat(chat).isEqualTo("<|im_start|>user\nhi<|im_end|>\n<|im_start|>assistant\n");
                Tokenizer tokenizer = checkpoint.tokenizer().orElseThrow();
                int[] ids = tokenizer.encode(chat, false).ids();
                assertThat(ids).startsWith(1).contains(2);
                assertThat(tokenizer.decode(ids, false)).isEqualTo(chat);
                assertThat(tokenizer.size()).isEqualTo(352);
            }
        }
    }

    @Test
    void weightsAloneHaveNoTokenizerAndNoTemplate() throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(TinyModels.folder("tied"))) {
            assertThat(checkpoint.tokenizer()).isEmpty();
            assertThat(checkpoint.chatTemplate()).isEmpty();
            assertThat(checkpoint.licence()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"model_type\": \"llama\" | \"model_type\": \"gpt9\" | 'gpt9' is not supported; supported: llama",
                "\"model_type\": \"llama\" | \"x\": 1 | no 'model_type'",
                "\"hidden_size\": 32 | \"hidden_size\": 0 | 'hidden_size' is 0",
                "\"hidden_size\": 32 | \"hidden_size\": 3.5 | 'hidden_size' is 3.5",
                "\"hidden_size\": 32 | \"hidden_size\": 1e30 | 'hidden_size' is 1.0E30",
                "\"hidden_size\": 32 | \"hidden_size\": 64 | the model's settings ask for",
                "\"hidden_size\": 32, | `` | has no 'hidden_size'",
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": 3 | has no tensor 'model.layers.2.input_layernorm.weight'",
                "\"num_hidden_layers\": 2 | \"num_hidden_layers\": 2000000000 | 'num_hidden_layers' is 2000000000",
                "\"num_key_value_heads\": 2 | \"num_key_value_heads\": 3 | does not divide",
                "\"head_dim\": 8 | \"head_dim\": 7 | need an even number",
                "\"rms_norm_eps\": 1e-05 | \"rms_norm_eps\": -1 | 'rms_norm_eps' is -1",
                "\"rms_norm_eps\": 1e-05 | \"rms_norm_eps\": 1e999 | 'rms_norm_eps'",
                "\"hidden_act\": \"silu\" | \"hidden_act\": \"mish\" | 'mish'",
                "\"attention_bias\": false | \"attention_bias\": true | has no tensor 'model.layers.0.self_attn.q_proj.bias'",
                "\"rope_type\": \"default\" | \"rope_type\": \"spiral\" | 'spiral' is not supported",
                "\"eos_token_id\": 2 | \"eos_token_id\": \"two\" | 'eos_token_id'",
                "\"head_dim\": 8 | \"quantization_config\": {} | GGUF",
                "} | `` | line",
            })
    void settingsThatMakeNoSenseAreRefused(String from, String to, String fault) throws IOException {
        copy("new-spelling", folder);
        Path config = folder.resolve("config.json");
        String text = Files.readString(config);
        assertThat(text).contains(from);
        Files.writeString(config, text.replace(from, to));
        assertRefused(folder).hasMessageContaining(fault);
    }

    @Test
    void aFolderWithoutSettingsIsRefused() throws IOException {
        Files.copy(TinyModels.folder("tied").resolve("model.safetensors"), folder.resolve("model.safetensors"));
        assertRefused(folder).hasMessageContaining("config.json");
    }

    @Test
    void aMissingPartOfAShardedModelIsNamed() throws IOException {
        copy("sharded", folder);
        Files.delete(folder.resolve("model-00002-of-00003.safetensors"));
        assertRefused(folder).hasMessageContaining("model-00002-of-00003.safetensors");
    }

    @Test
    void anIndexMayOnlyNameFilesBesideIt() throws IOException {
        copy("sharded", folder);
        Path index = folder.resolve("model.safetensors.index.json");
        Files.writeString(index, Files.readString(index).replace("model-00002", "../model-00002"));
        assertRefused(folder).hasMessageContaining("no safetensors file of this folder");
    }

    @Test
    void weightsThatAreNoNumbersOfFloatingPointAreRefused() throws IOException {
        Files.copy(TinyModels.folder("tied").resolve("config.json"), folder.resolve("config.json"));
        new SafetensorsWriter()
                .integers("model.embed_tokens.weight", new long[96 * 32], 96, 32)
                .write(folder.resolve("model.safetensors"));
        assertRefused(folder).hasMessageContaining("'model.embed_tokens.weight' is stored as I64");
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Path path) {
        return assertThatThrownBy(() -> Checkpoints.open(path)).isInstanceOf(BadInput.class);
    }

    private static void copy(String model, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(TinyModels.folder(model))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
