package org.vectorscope.engine.torch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.vectorscope.checkpoint.ChatTemplate;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.checkpoint.container.FourBit;
import org.vectorscope.checkpoint.container.SixteenBit;
import org.vectorscope.checkpoint.family.Architecture;
import org.vectorscope.checkpoint.family.ConfigJson;
import org.vectorscope.checkpoint.family.Families;
import org.vectorscope.file.Json;

/** A small model that was never trained, made in memory. */
final class RandomCheckpoint implements Checkpoint {
    static final String PLAIN = config(4, 128, "");
    static final String BIASED = config(
            4,
            128,
            """
            , "attention_bias": true, "mlp_bias": true, "tie_word_embeddings": false,
            "rope_scaling": {"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
            "original_max_position_embeddings": 32}""");

    private final Architecture architecture;
    private final Map<String, float[]> tensors = new HashMap<>();
    private final Map<String, long[]> shapes = new HashMap<>();

    /** A config.json. @param more settings, after a comma */
    static String config(int layers, int context, String more) {
        return """
                {"model_type": "llama", "hidden_size": 24, "num_hidden_layers": %d, "num_attention_heads": 6,
                "num_key_value_heads": 2, "head_dim": 6, "intermediate_size": 40, "vocab_size": 97,
                "max_position_embeddings": %d, "rms_norm_eps": 1e-5, "eos_token_id": 1%s}"""
                .formatted(layers, context, more);
    }

    RandomCheckpoint(String config, long seed) {
        this.architecture = read(config);
        Random random = new Random(seed);
        architecture.parts().forEach(part -> fill(part.name(), part.dimensions(), random));
    }

    private static Architecture read(String config) {
        try {
            JsonNode json = Json.mapper().readTree(config);
            return Families.named("random", json.path("model_type").asText())
                    .read(new ConfigJson("random", json, name -> false));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(String name, long[] shape, Random random) {
        int count = 1;
        for (long n : shape) {
            count *= Math.toIntExact(n);
        }
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) (random.nextGaussian() * 0.3 + (name.contains("norm") ? 1 : 0));
        }
        tensors.putIfAbsent(name, values);
        shapes.putIfAbsent(name, shape);
    }

    float[] values(String name) {
        return tensors.get(name);
    }

    void remove(String name) {
        tensors.remove(name);
    }

    void reshape(String name, long... shape) {
        shapes.put(name, shape);
    }

    @Override
    public Path path() {
        return Path.of("random");
    }

    @Override
    public String name() {
        return "random";
    }

    @Override
    public Architecture architecture() {
        return architecture;
    }

    @Override
    public String fingerprint() {
        return "none";
    }

    @Override
    public String storedAs() {
        return "F32";
    }

    @Override
    public String format() {
        return "memory";
    }

    @Override
    public long bytesOnDisk() {
        return 0;
    }

    @Override
    public long parameters() {
        return tensors.values().stream().mapToLong(t -> t.length).sum();
    }

    @Override
    public Optional<String> licence() {
        return Optional.empty();
    }

    @Override
    public boolean has(String tensor) {
        return tensors.containsKey(tensor);
    }

    @Override
    public long[] shape(String tensor) {
        return shapes.get(tensor);
    }

    @Override
    public ByteBuffer float32(String tensor, Arena arena) {
        float[] values = tensors.get(tensor);
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(values.length * Float.BYTES).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    @Override
    public ByteBuffer float32(String tensor, long from, long to, Arena arena) {
        int row = Math.toIntExact(shapes.get(tensor)[1] * Float.BYTES);
        return float32(tensor, arena).slice(Math.toIntExact(from * row), Math.toIntExact((to - from) * row));
    }

    @Override
    public boolean quantised(String tensor) {
        return false;
    }

    @Override
    public Optional<SixteenBit> sixteenBit(String tensor) {
        return Optional.empty();
    }

    @Override
    public void copied(String tensor) {}

    @Override
    public Optional<FourBit> fourBit(String tensor, Arena arena) {
        return Optional.empty();
    }

    @Override
    public float[] row(String tensor, int row) {
        int width = Math.toIntExact(shapes.get(tensor)[1]);
        return Arrays.copyOfRange(tensors.get(tensor), row * width, (row + 1) * width);
    }

    @Override
    public Optional<Tokenizer> tokenizer() {
        return Optional.empty();
    }

    @Override
    public Optional<ChatTemplate> chatTemplate() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
