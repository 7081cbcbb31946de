package org.vectorscope.engine.torch;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.vectorscope.checkpoint.ChatTemplate;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.checkpoint.Tokenizer;

/** A small model that was never trained, made in memory. */
final class RandomCheckpoint implements Checkpoint {
    static final ModelConfig PLAIN = config(false, true, new ModelConfig.NoScaling());
    static final ModelConfig BIASED = config(true, false, new ModelConfig.Llama3(8, 1, 4, 32));

    private final ModelConfig config;
    private final Map<String, float[]> tensors = new HashMap<>();
    private final Map<String, long[]> shapes = new HashMap<>();

    private static ModelConfig config(boolean biased, boolean tied, ModelConfig.Scaling scaling) {
        return new ModelConfig(
                "llama",
                4,
                24,
                6,
                2,
                6,
                40,
                97,
                128,
                1e-5,
                new ModelConfig.Rope(10000, scaling),
                "silu",
                biased,
                biased,
                tied,
                List.of(1));
    }

    RandomCheckpoint(ModelConfig config, long seed) {
        this.config = config;
        Random random = new Random(seed);
        LlamaFamily family = new LlamaFamily();
        fill(family.embedding(config), random);
        for (int layer = 0; layer < config.layers(); layer++) {
            fill(family.block(config, layer), random);
        }
        fill(family.head(config), random);
    }

    private void fill(List<Slot> slots, Random random) {
        for (Slot slot : slots) {
            switch (slot) {
                case Slot.Dense(Slot.Part part) -> fill(part, random);
                case Slot.Linear(List<Slot.Part> parts) -> parts.forEach(part -> fill(part, random));
                case Slot.Bias(boolean present, List<Slot.Part> parts) -> {
                    if (present) {
                        parts.forEach(part -> fill(part, random));
                    }
                }
                case Slot.Whole _, Slot.Real _ -> {}
            }
        }
    }

    private void fill(Slot.Part part, Random random) {
        fill(part.name(), part.shape(), random);
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
    public ModelConfig config() {
        return config;
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
    public ByteBuffer float32(String tensor) {
        float[] values = tensors.get(tensor);
        ByteBuffer bytes =
                ByteBuffer.allocateDirect(values.length * Float.BYTES).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(values);
        return bytes;
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
