package org.vectorscope.engine;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.vectorscope.file.BadInput;

/** In which numbers a model computes. */
public enum Precision {
    /** float32 weights and activations: the reference. */
    F32("f32", "float32", 4),
    /** 16-bit weights under float32 activations: nearly float32's results at half the memory. */
    F16W("f16w", "16-bit weights", 2),
    /** bfloat16 weights and activations. */
    BF16("bf16", "bfloat16", 2),
    /** float16 weights and activations, on a GPU. */
    F16("f16", "float16", 2),
    /** 4-bit weights under float32 activations, with a scale and a zero for each 32; what a file holds finer in 16 bits. */
    W4("w4", "4-bit weights", 0.625);

    private final String word;
    private final String name;
    private final double bytes;

    Precision(String word, String name, double bytes) {
        this.word = word;
        this.name = name;
        this.bytes = bytes;
    }

    /** The word of the command line, of cache keys and recipes. */
    public String word() {
        return word;
    }

    /** For people. */
    public String title() {
        return name;
    }

    /** Bytes of memory that one weight of a block takes. */
    public double bytesPerWeight() {
        return bytes;
    }

    /** @throws BadInput naming the words there are */
    public static Precision of(String option, String word) {
        return Arrays.stream(values())
                .filter(p -> p.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        option,
                        "'" + word + "' is not a precision; there are "
                                + Arrays.stream(values()).map(Precision::word).collect(Collectors.joining(", "))));
    }
}
