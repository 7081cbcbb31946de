package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.vectorscope.checkpoint.container.GgufFile;
import org.vectorscope.checkpoint.container.GgufMetadata;
import org.vectorscope.checkpoint.container.StoredTensor;
import org.vectorscope.file.BadInput;

/** Settings out of a GGUF file's metadata, each checked as it is read; keys without the architecture's name. */
public final class GgufConfig implements Settings {
    private final GgufFile file;
    private final String architecture;

    public GgufConfig(GgufFile file, String architecture) {
        this.file = file;
        this.architecture = architecture;
    }

    boolean has(String tensor) {
        return file.has(tensor);
    }

    StoredTensor tensor(String name) {
        return file.tensor(name);
    }

    @Override
    public boolean has(String folder, String gguf) {
        return file.has(gguf);
    }

    @Override
    public boolean absent(String folder, String gguf) {
        return gguf.isEmpty() || !metadata().has(full(gguf));
    }

    boolean absent(String key) {
        return absent("", key);
    }

    @Override
    public String text(String folder, String gguf, String otherwise) {
        return absent(gguf) ? otherwise : metadata().text(full(gguf)).orElse(otherwise);
    }

    String text(String key, String otherwise) {
        return text("", key, otherwise);
    }

    /** A list of one value for each layer is taken where all are the same. */
    @Override
    public int count(String folder, String gguf, long most) {
        String key = full(gguf);
        OptionalLong value = metadata().isList(key) ? uniform(gguf) : metadata().integer(key);
        if (value.isEmpty()) {
            throw metadata().missing(key);
        }
        if (value.getAsLong() < 1 || value.getAsLong() > most) {
            throw fault(gguf, "is " + value.getAsLong() + ", not a whole number from 1 to " + most);
        }
        return (int) value.getAsLong();
    }

    @Override
    public int count(String folder, String gguf, long most, int otherwise) {
        return absent(gguf) ? otherwise : count(folder, gguf, most);
    }

    /** Some writers say 0 for what is not there. */
    boolean isZero(String key) {
        return !absent(key)
                && !metadata().isList(full(key))
                && metadata().integer(full(key)).orElse(-1) == 0;
    }

    int count(String key, long most, int otherwise) {
        return count("", key, most, otherwise);
    }

    @Override
    public double positive(String folder, String gguf, double otherwise) {
        OptionalDouble value =
                absent(gguf) ? OptionalDouble.empty() : metadata().number(full(gguf));
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!Double.isFinite(value.getAsDouble()) || value.getAsDouble() <= 0) {
            throw fault(gguf, "is " + value.getAsDouble() + ", not a number above 0");
        }
        return value.getAsDouble();
    }

    double positive(String key, double otherwise) {
        return positive("", key, otherwise);
    }

    @Override
    public boolean flag(String folder, String gguf, boolean otherwise) {
        return absent(gguf) ? otherwise : metadata().flag(full(gguf)).orElse(otherwise);
    }

    /** The rows of the embedding: some files do not say it. */
    @Override
    public int vocabulary() {
        StoredTensor embedding = tensor("token_embd.weight");
        if (embedding.shape().size() != 2 || embedding.shape().getFirst() > Bounds.VOCABULARY) {
            throw embedding.fault("has the shape " + embedding.shape() + ", not [vocabulary, width]");
        }
        return Math.toIntExact(embedding.shape().getFirst());
    }

    /** Ends of a text and of a turn. */
    @Override
    public List<Integer> stopIds() {
        return Stream.of("tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id")
                .map(metadata()::integer)
                .filter(OptionalLong::isPresent)
                .map(id -> (int) Math.clamp(id.getAsLong(), -1, Integer.MAX_VALUE))
                .distinct()
                .toList();
    }

    @Override
    public void requireReadable() {
        if (!absent("expert_count") && metadata().integer(full("expert_count")).orElse(0) > 1) {
            throw fault("expert_count", "is above 1: mixtures of experts are not supported");
        }
    }

    @Override
    public BadInput fault(String folder, String gguf, String fault) {
        return fault(gguf, fault);
    }

    private OptionalLong uniform(String key) {
        List<Long> values = metadata().integers(full(key));
        if (values.stream().distinct().count() != 1) {
            throw fault(key, "differs between layers, which is not supported");
        }
        return OptionalLong.of(values.getFirst());
    }

    BadInput fault(String key, String fault) {
        return new BadInput(metadata().source(), "'" + full(key) + "' " + fault);
    }

    private String full(String key) {
        return architecture + "." + key;
    }

    private GgufMetadata metadata() {
        return file.metadata();
    }
}
