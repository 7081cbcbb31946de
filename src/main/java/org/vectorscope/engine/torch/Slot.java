package org.vectorscope.engine.torch;

import java.util.Arrays;
import java.util.List;

/** One place of the tuple of weights and numbers that a program's method takes. */
sealed interface Slot {
    /** A tensor of the checkpoint, which must have exactly this shape. */
    record Part(String name, long... shape) {}

    /** A tensor as it is. */
    record Dense(Part part) implements Slot {}

    /** The matrices of linear layers of one input, below each other, [out, in], in the order the program wants. */
    record Linear(List<Part> parts) implements Slot {}

    /** Biases after each other, where the model has them. */
    record Bias(boolean present, List<Part> parts) implements Slot {}

    record Whole(long value) implements Slot {}

    record Real(double value) implements Slot {}

    static Slot dense(String name, long... shape) {
        return new Dense(new Part(name, shape));
    }

    /** Matrices {@code layer + ".weight"}, each [rows, in]. */
    static Slot linear(long in, Rows... layers) {
        return new Linear(Arrays.stream(layers)
                .map(l -> new Part(l.layer() + ".weight", l.rows(), in))
                .toList());
    }

    static Slot bias(boolean present, Rows... layers) {
        return new Bias(
                present,
                Arrays.stream(layers)
                        .map(l -> new Part(l.layer() + ".bias", l.rows()))
                        .toList());
    }

    /** A linear layer's name and the width of what it gives. */
    record Rows(String layer, long rows) {}
}
