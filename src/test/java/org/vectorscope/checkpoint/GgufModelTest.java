package org.vectorscope.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.ModelConfig.Linear;
import org.vectorscope.checkpoint.container.GgufWriter;
import org.vectorscope.file.BadInput;

/** Settings in GGUF metadata; the model has one block, d_model 4, two heads, MLP of 6, five tokens. */
class GgufModelTest {
    @TempDir
    Path folder;

    @Test
    void theSmallestModelIsRead() throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(write(model -> model))) {
            ModelConfig config = checkpoint.config();
            assertThat(config.headDim()).isEqualTo(2);
            assertThat(config.kvHeads()).isEqualTo(2);
            assertThat(config.vocabulary()).isEqualTo(5);
            assertThat(config.tied()).isTrue();
            assertThat(config.stopIds()).isEmpty();
            assertThat(config.rope().theta()).isEqualTo(10_000);
            assertThat(checkpoint.tokenizer()).isEmpty();
            assertThat(checkpoint.chatTemplate()).isEmpty();
            assertThat(checkpoint.shape("model.layers.0.mlp.down_proj.weight")).containsExactly(4, 6);
        }
    }

    @Test
    void aHeadOfItsOwnUntiesTheEmbedding() throws IOException {
        try (Checkpoint checkpoint = Checkpoints.open(write(model -> model.floats("output.weight", new float[20], 5, 4)))) {
            assertThat(checkpoint.config().tied()).isFalse();
            assertThat(checkpoint.has("lm_head.weight")).isTrue();
        }
    }

    @Test
    void endsOfTextAndOfTurnStopAGeneration() throws IOException {
        Path file = write(model ->
                model.integer("tokenizer.ggml.eos_token_id", 3).integer("tokenizer.ggml.eot_token_id", -1));
        try (Checkpoint checkpoint = Checkpoints.open(file)) {
            assertThat(checkpoint.config().stopIds()).isEqualTo(List.of(3));
        }
    }

    @Test
    void linearScalingHasTwoSpellings() throws IOException {
        for (UnaryOperator<GgufWriter> spelling : List.<UnaryOperator<GgufWriter>>of(
                model -> model.number("llama.rope.scale_linear", 4),
                model -> model.text("llama.rope.scaling.type", "linear").number("llama.rope.scaling.factor", 4))) {
            try (Checkpoint checkpoint = Checkpoints.open(write(spelling))) {
                assertThat(checkpoint.config().rope().scaling()).isEqualTo(new Linear(4));
            }
        }
    }

    @Test
    void anotherArchitectureIsRefusedByName() throws IOException {
        assertRefused(model -> model.text("general.architecture", "gemma2"))
                .hasMessageContaining("'gemma2' is not supported; supported: llama");
    }

    @Test
    void settingsThatMakeNoSenseAreRefusedByTheirKey() throws IOException {
        assertRefused(model -> model.integer("llama.block_count", 0)).hasMessageContaining("'llama.block_count' is 0");
        assertRefused(model -> model.integer("llama.block_count", -1)).hasMessageContaining("4294967295");
        assertRefused(model -> model.text("llama.block_count", "1")).hasMessageContaining("is not a whole number");
        assertRefused(model -> model.integer("llama.attention.head_count", 3)).hasMessageContaining("no multiple of 3 heads");
        assertRefused(model -> model.integer("llama.attention.head_count_kv", 3)).hasMessageContaining("does not divide");
        assertRefused(model -> model.integer("llama.attention.key_length", 3)).hasMessageContaining("even number");
        assertRefused(model -> model.integer("llama.attention.value_length", 4)).hasMessageContaining("value_length");
        assertRefused(model -> model.integer("llama.rope.dimension_count", 1)).hasMessageContaining("dimension_count");
        assertRefused(model -> model.number("llama.rope.freq_base", Float.NaN)).hasMessageContaining("freq_base");
        assertRefused(model -> model.text("llama.rope.scaling.type", "yarn")).hasMessageContaining("'yarn' is not supported");
        assertRefused(model -> model.integer("llama.expert_count", 8)).hasMessageContaining("mixtures of experts");
        assertRefused(model -> model.integer("split.count", 2)).hasMessageContaining("split");
    }

    @Test
    void tensorsThatDoNotFitTheSettingsAreRefusedByTheirName() throws IOException {
        assertRefused(model -> model.integer("llama.block_count", 2)).hasMessageContaining("'blk.1.attn_norm.weight'");
        assertRefused(model -> model.floats("blk.0.ffn_up.weight", new float[24], 4, 6))
                .hasMessageContaining("'blk.0.ffn_up.weight' has the shape [4, 6]; the model's settings ask for [6, 4]");
        assertRefused(model -> model.floats("token_embd.weight", new float[20], 20)).hasMessageContaining("[vocabulary, width]");
        assertRefused(model -> model.floats("rope_freqs.weight", new float[2], 2)).hasMessageContaining("half the width");
        assertRefused(model -> model.floats("rope_freqs.weight", new float[1], 1)).hasMessageContaining("divided");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(UnaryOperator<GgufWriter> change) throws IOException {
        Path file = write(change);
        return assertThatThrownBy(() -> Checkpoints.open(file)).isInstanceOf(BadInput.class);
    }

    private Path write(UnaryOperator<GgufWriter> change) throws IOException {
        GgufWriter model = new GgufWriter()
                .text("general.architecture", "llama")
                .integer("llama.block_count", 1)
                .integer("llama.context_length", 16)
                .integer("llama.embedding_length", 4)
                .integer("llama.feed_forward_length", 6)
                .integer("llama.attention.head_count", 2)
                .floats("token_embd.weight", new float[20], 5, 4)
                .floats("output_norm.weight", new float[4], 4)
                .floats("blk.0.attn_norm.weight", new float[4], 4)
                .floats("blk.0.ffn_norm.weight", new float[4], 4);
        for (String square : List.of("attn_q", "attn_k", "attn_v", "attn_output")) {
            model.floats("blk.0." + square + ".weight", new float[16], 4, 4);
        }
        model.floats("blk.0.ffn_gate.weight", new float[24], 6, 4);
        model.floats("blk.0.ffn_up.weight", new float[24], 6, 4);
        model.floats("blk.0.ffn_down.weight", new float[24], 4, 6);
        Path file = folder.resolve("model.gguf");
        change.apply(model).write(file);
        return file;
    }
}
