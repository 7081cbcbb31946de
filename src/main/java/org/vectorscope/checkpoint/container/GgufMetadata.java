package org.vectorscope.checkpoint.container;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.vectorscope.file.BadInput;

/** The key-value part of a GGUF file. A value of another kind than asked for is a fault of the file. */
public final class GgufMetadata {
    private final String source;
    private final Map<String, Object> values;

    GgufMetadata(String source, Map<String, Object> values) {
        this.source = source;
        this.values = values;
    }

    public String source() {
        return source;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Optional<String> text(String key) {
        return value(key, String.class, "text");
    }

    public Optional<Boolean> flag(String key) {
        return value(key, Boolean.class, "true or false");
    }

    public OptionalLong integer(String key) {
        return value(key, Long.class, "a whole number").map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /** A whole number will do where one of floating point is asked for. */
    public OptionalDouble number(String key) {
        return value(key, Number.class, "a number")
                .map(number -> OptionalDouble.of(number.doubleValue()))
                .orElseGet(OptionalDouble::empty);
    }

    public List<String> texts(String key) {
        return list(key, String.class, "texts");
    }

    public List<Long> integers(String key) {
        return list(key, Long.class, "whole numbers");
    }

    public List<Double> numbers(String key) {
        return list(key, Double.class, "numbers of floating point");
    }

    public boolean isList(String key) {
        return values.get(key) instanceof GgufArray;
    }

    public BadInput missing(String key) {
        return new BadInput(source, "has no '" + key + "' in its metadata");
    }

    private <T> Optional<T> value(String key, Class<T> kind, String words) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!kind.isInstance(value)) {
            throw new BadInput(source, "the metadata '" + key + "' is not " + words);
        }
        return Optional.of(kind.cast(value));
    }

    /** Empty where the key is absent. */
    private <T> List<T> list(String key, Class<T> kind, String words) {
        List<Object> list =
                value(key, GgufArray.class, "a list").map(GgufArray::values).orElse(List.of());
        if (!list.isEmpty() && !kind.isInstance(list.getFirst())) {
            throw new BadInput(source, "the metadata '" + key + "' is not a list of " + words);
        }
        return list.stream().map(kind::cast).toList();
    }
}
