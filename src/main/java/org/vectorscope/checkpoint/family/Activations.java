package org.vectorscope.checkpoint.family;

import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The activations that programs know, by transformers' names; those that differ by rounding alone share a number. */
final class Activations {
    private static final Map<String, Long> NUMBERS = Map.of(
            "silu", 0L,
            "swish", 0L,
            "gelu", 1L,
            "gelu_new", 2L,
            "gelu_pytorch_tanh", 2L,
            "gelu_fast", 2L,
            "relu", 3L,
            "relu2", 4L,
            "quick_gelu", 5L);

    private Activations() {}

    /** The setting's value, which is known. */
    static String read(Settings settings, String key, String otherwise) {
        String name = settings.text(key, "", otherwise);
        if (NUMBERS.get(name) == null) {
            throw settings.fault(
                    key,
                    "",
                    "is '" + name + "', which is not supported; supported: "
                            + String.join(", ", new TreeSet<>(NUMBERS.keySet())));
        }
        return name;
    }

    /** The argument of the programs' {@code act}. */
    static Slot slot(String name) {
        return new Slot.Whole(Objects.requireNonNull(NUMBERS.get(name), name));
    }
}
