package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.family.Part;
import org.vectorscope.checkpoint.family.Slot;
import org.vectorscope.file.BadInput;

/**
 * Turns slots into the tuples that a program takes. A matrix is read, put into the order in which the program's linear
 * layers want it, and forgotten, so that there is one copy of it; other tensors stay views of what was read.
 */
final class Weights {
    /** Bytes of matrices that may be read before what was read is given back. */
    private static final long GARBAGE = 48L << 20;

    private final Checkpoint checkpoint;
    private final NDManager manager;
    private final Program program;
    private final LinearKind kind;
    private long garbage;

    /** @param manager holds the tensors */
    Weights(Checkpoint checkpoint, NDManager manager, Program program, LinearKind kind) {
        this.checkpoint = checkpoint;
        this.manager = manager;
        this.program = program;
        this.kind = kind;
    }

    /** The caller closes it. */
    IValue tuple(List<Slot> slots) {
        List<IValue> own = new ArrayList<>(slots.size());
        try {
            IValue[] values = new IValue[slots.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(slots.get(i), own);
            }
            return Guard.run("preparing the weights", () -> IValue.tupleFrom(values));
        } finally {
            own.forEach(IValue::close);
        }
    }

    private IValue value(Slot slot, List<IValue> own) {
        if (slot instanceof Slot.Absent) {
            return program.absent();
        }
        IValue value =
                switch (slot) {
                    case Slot.Dense(Part part, double plus) -> Program.value(dense(part, plus));
                    case Slot.Linear linear -> linear(linear);
                    case Slot.Whole(long whole) -> Program.value(whole);
                    case Slot.Real(double real) -> Program.value(real);
                    case Slot.Absent _ -> throw new IllegalStateException("handled above");
                };
        own.add(value);
        return value;
    }

    private NDArray dense(Part part, double plus) {
        NDArray read = view(part);
        return plus == 0 ? read : Guard.run("preparing the weights", () -> read.add(plus));
    }

    private IValue linear(Slot.Linear linear) {
        NDArray matrix = stacked(linear.matrices());
        IValue packed = program.prepare(
                "pack", matrix, linear.biases().isEmpty() ? program.absent() : stacked(linear.biases()));
        if (kind.copies()) {
            release(matrix);
        }
        return packed;
    }

    private NDArray stacked(List<Part> parts) {
        if (parts.size() == 1) {
            return view(parts.getFirst());
        }
        NDList list = new NDList();
        parts.forEach(part -> list.add(view(part)));
        NDArray stacked = Guard.run("preparing the weights", () -> NDArrays.concat(list, 0));
        list.forEach(this::release);
        return stacked;
    }

    /** Buffers are given back by the collector alone, which does not know how large they are. */
    private void release(NDArray matrix) {
        garbage += matrix.size() * Float.BYTES;
        matrix.close();
        if (garbage > GARBAGE) {
            garbage = 0;
            System.gc();
        }
    }

    private NDArray view(Part part) {
        check(checkpoint, part);
        return Tensors.view(manager, checkpoint.float32(part.name()), part.dimensions());
    }

    /** @throws BadInput if the tensor is not there, or has another shape */
    static void check(Checkpoint checkpoint, Part part) {
        if (!checkpoint.has(part.name())) {
            throw new BadInput(checkpoint.path(), "has no tensor " + part.name());
        }
        long[] found = checkpoint.shape(part.name());
        if (!Arrays.equals(found, part.dimensions())) {
            throw new BadInput(
                    checkpoint.path(),
                    "tensor " + part.name() + " is " + Arrays.toString(found) + ", expected "
                            + Arrays.toString(part.dimensions()));
        }
    }
}
