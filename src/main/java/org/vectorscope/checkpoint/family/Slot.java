package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.stream.Stream;

/** One place of the tuple of weights and numbers that a program's method takes, in the order of the program's text. */
public sealed interface Slot {
    /**
     * A tensor in float32 as it is: the weights of a norm.
     *
     * @param plus what is added to each number; Gemma's files hold weights less 1
     */
    record Dense(Part part, double plus) implements Slot {}

    /**
     * A linear layer. Matrices of one input lie below each other, [out, in], as do their biases.
     *
     * @param biases as many as matrices, or none
     */
    record Linear(List<Part> matrices, List<Part> biases) implements Slot {
        public long in() {
            return matrices.getFirst().shape().getLast();
        }

        public long out() {
            return matrices.stream().mapToLong(m -> m.shape().getFirst()).sum();
        }
    }

    /** A tensor that this model does not have. */
    record Absent() implements Slot {}

    record Whole(long value) implements Slot {}

    record Real(double value) implements Slot {}

    /** The tensors in it. */
    default Stream<Part> parts() {
        return switch (this) {
            case Dense(Part part, double _) -> Stream.of(part);
            case Linear(List<Part> matrices, List<Part> biases) -> Stream.concat(matrices.stream(), biases.stream());
            case Absent _, Whole _, Real _ -> Stream.empty();
        };
    }
}
