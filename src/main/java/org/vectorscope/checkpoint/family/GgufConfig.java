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
public final class GgufConfig {
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

    String text(String key, String otherwise) {
        return metadata().text(full(key)).orElse(otherwise);
    }

    /** A list of one value for each layer is taken where all are the same. */
    int count(String key, long most) {
        OptionalLong value =
                metadata().isList(full(key)) ? uniform(key) : metadata().integer(full(key));
        if (value.isEmpty()) {
            throw metadata().missing(full(key));
        }
        if (value.getAsLong() < 1 || value.getAsLong() > most) {
            throw fault(key, "is " + value.getAsLong() + ", not a whole number from 1 to " + most);
        }
        return (int) value.getAsLong();
    }

    int count(String key, long most, int otherwise) {
        return metadata().has(full(key)) ? count(key, most) : otherwise;
    }

    double positive(String key, double otherwise) {
        OptionalDouble value = metadata().number(full(key));
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!Double.isFinite(value.getAsDouble()) || value.getAsDouble() <= 0) {
            throw fault(key, "is " + value.getAsDouble() + ", not a number above 0");
        }
        return value.getAsDouble();
    }

    OptionalLong integer(String key) {
        return metadata().integer(full(key));
    }

    boolean absent(String key) {
        return !metadata().has(full(key));
    }

    /** Ends of a text and of a turn. */
    List<Integer> stopIds() {
        return Stream.of("tokenizer.ggml.eos_token_id", "tokenizer.ggml.eot_token_id")
                .map(metadata()::integer)
                .filter(OptionalLong::isPresent)
                .map(id -> (int) Math.clamp(id.getAsLong(), -1, Integer.MAX_VALUE))
                .distinct()
                .toList();
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
