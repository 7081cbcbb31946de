package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.container.ElementType;
import org.vectorscope.checkpoint.container.FourBit;
import org.vectorscope.checkpoint.container.SixteenBit;
import org.vectorscope.checkpoint.family.Part;
import org.vectorscope.checkpoint.family.Slot;
import org.vectorscope.file.BadInput;

/**
 * Turns slots into the tuples that a program takes. A matrix is read, put into the order in which the program's linear
 * layers want it, and forgotten, so that there is one copy of it; other tensors stay views of what was read. Parts may be prepared side by side. A matrix of 16 bits is taken as it lies in the file; every program's
 * {@code pack} and {@code quantise} take any of the three types of numbers.
 */
final class Weights {
    /** Bytes of float32 beyond which a matrix is read in slices. */
    private static final long LARGEST = 1L << 30;

    private static final long SLICE = 64L << 20;

    private final Checkpoint checkpoint;
    private final NDManager manager;
    private final Program program;
    private final LinearKind kind;

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
        NDArray read = view(part, Arena.ofAuto());
        return plus == 0 ? read : Guard.run("preparing the weights", () -> read.add(plus));
    }

    private IValue linear(Slot.Linear linear) {
        if (!kind.copies()) {
            return prepared(linear, Arena.ofAuto());
        }
        try (Arena read = Arena.ofShared()) {
            IValue prepared = prepared(linear, read);
            linear.matrices().forEach(part -> checkpoint.copied(part.name()));
            return prepared;
        }
    }

    /** @param read holds the matrices while they are put into order, or for as long as they are used where they stay */
    private IValue prepared(Slot.Linear linear, Arena read) {
        Object bias = linear.biases().isEmpty() ? program.absent() : stacked(linear.biases(), Arena.ofAuto());
        if (kind == LinearKind.FOUR && fits(linear)) {
            List<FourBit> stored = linear.matrices().stream()
                    .map(part -> checkpoint.fourBit(part.name(), read))
                    .flatMap(Optional::stream)
                    .toList();
            if (stored.size() == linear.matrices().size()) {
                return four(stored, bias);
            }
        }
        String how = quantises(linear) ? "quantise" : "pack";
        Optional<NDArray> sixteenBit = sixteenBit(linear.matrices());
        if (sixteenBit.isPresent()) {
            try (NDArray matrix = sixteenBit.get()) {
                return program.prepare(how, matrix, bias);
            }
        }
        NDArray matrix = stacked(linear.matrices(), read);
        IValue packed = program.prepare(how, matrix, bias);
        if (kind.copies()) {
            matrix.close();
        }
        return packed;
    }

    /** The matrices below each other as the file holds them: what is to have 16 bits again need not be widened first. */
    private Optional<NDArray> sixteenBit(List<Part> parts) {
        parts.forEach(part -> check(checkpoint, part));
        List<SixteenBit> stored = parts.stream()
                .map(part -> checkpoint.sixteenBit(part.name()))
                .flatMap(Optional::stream)
                .toList();
        if (stored.size() < parts.size()
                || stored.stream().map(SixteenBit::type).distinct().count() > 1) {
            return Optional.empty();
        }
        NDList views = new NDList();
        for (int i = 0; i < parts.size(); i++) {
            views.add(view(stored.get(i), parts.get(i).dimensions()));
        }
        if (views.size() == 1) {
            return Optional.of(views.getFirst());
        }
        try (views) {
            return Optional.of(Guard.run("preparing the weights", () -> NDArrays.concat(views, 0)));
        }
    }

    /** DJL has no bfloat16 to send: the bytes go over, and the program says what they are. */
    private NDArray view(SixteenBit stored, long[] shape) {
        long[] bytes = shape.clone();
        bytes[bytes.length - 1] *= Short.BYTES;
        Numbers type = stored.type() == ElementType.F16 ? Numbers.FLOAT16 : Numbers.BFLOAT16;
        try (NDArray as = Tensors.bytes(manager, stored.numbers(), bytes)) {
            return program.call(manager, "seen_as", as, type.code());
        }
    }

    /** What the kernel asks of a matrix of 4-bit numbers. */
    private static boolean fits(Slot.Linear linear) {
        return linear.out() % 16 == 0 && linear.in() % FourBit.GROUP == 0;
    }

    /** Whether 4-bit numbers are to be made of it: a block's matrix that the file holds in 16 or 32 bits. */
    private boolean quantises(Slot.Linear linear) {
        return kind == LinearKind.FOUR
                && fits(linear)
                && !checkpoint.architecture().head().contains(linear)
                && linear.matrices().stream().noneMatch(part -> checkpoint.quantised(part.name()));
    }

    /** As the file holds them. */
    private IValue four(List<FourBit> parts, Object bias) {
        try (NDManager scope = manager.newSubManager()) {
            NDArray numbers = joined(scope, parts, p -> Tensors.bytes(scope, p.numbers(), p.rows(), p.columns()));
            long groups = parts.getFirst().columns() / FourBit.GROUP;
            NDArray scales = joined(scope, parts, p -> Tensors.view(scope, p.scales(), p.rows(), groups));
            NDArray zeros = joined(scope, parts, p -> Tensors.view(scope, p.zeros(), p.rows(), groups));
            return program.prepare("pack_four", numbers, scales, zeros, bias);
        }
    }

    private static NDArray joined(NDManager scope, List<FourBit> parts, Function<FourBit, NDArray> view) {
        NDList list = new NDList();
        parts.forEach(part -> list.add(view.apply(part)));
        list.attach(scope);
        return Guard.run("preparing the weights", () -> NDArrays.concat(list, 0));
    }

    private NDArray stacked(List<Part> parts, Arena read) {
        if (parts.size() == 1) {
            return view(parts.getFirst(), read);
        }
        NDList list = new NDList();
        parts.forEach(part -> list.add(view(part, read)));
        try (list) {
            return Guard.run("preparing the weights", () -> NDArrays.concat(list, 0));
        }
    }

    private NDArray view(Part part, Arena read) {
        check(checkpoint, part);
        long[] shape = part.dimensions();
        long bytes = Arrays.stream(shape).reduce(Float.BYTES, (a, b) -> a * b);
        return bytes > LARGEST
                ? inSlices(part, shape)
                : Tensors.view(manager, checkpoint.float32(part.name(), read), shape);
    }

    /** A buffer holds 2 GiB; an embedding may be larger. */
    private NDArray inSlices(Part part, long... shape) {
        NDArray whole = Tensors.zeros(manager, shape);
        long rows = SLICE / Float.BYTES / shape[1];
        for (long from = 0; from < shape[0]; from += rows) {
            long to = Math.min(shape[0], from + rows);
            try (Arena read = Arena.ofShared();
                    NDArray slice = Tensors.view(
                            manager, checkpoint.float32(part.name(), from, to, read), to - from, shape[1])) {
                program.perform("fill", whole, from, slice);
            }
        }
        return whole;
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
