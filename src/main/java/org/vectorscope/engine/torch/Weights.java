package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.file.BadInput;

/** Turns slots into the tuples that a program takes. A tensor named twice (a tied head) is read once. */
final class Weights {
    private final Checkpoint checkpoint;
    private final NDManager manager;
    private final IValue absent;
    private final Map<String, NDArray> read = new HashMap<>();

    /**
     * @param manager holds the tensors
     * @param absent stands for tensors that the model does not have
     */
    Weights(Checkpoint checkpoint, NDManager manager, IValue absent) {
        this.checkpoint = checkpoint;
        this.manager = manager;
        this.absent = absent;
    }

    /** The caller closes it. */
    IValue tuple(List<Slot> slots) {
        IValue[] values = new IValue[slots.size()];
        List<IValue> own = new ArrayList<>(values.length);
        try {
            for (int i = 0; i < values.length; i++) {
                IValue value = value(slots.get(i));
                values[i] = value;
                if (value != absent) {
                    own.add(value);
                }
            }
            return Guard.run("preparing the weights", () -> IValue.tupleFrom(values));
        } finally {
            own.forEach(IValue::close);
        }
    }

    private IValue value(Slot slot) {
        return switch (slot) {
            case Slot.Weight(String name, long[] shape) -> IValue.from((PtNDArray) tensor(name, shape));
            case Slot.Optional(String name, boolean present, long[] shape) ->
                present ? IValue.from((PtNDArray) tensor(name, shape)) : absent;
            case Slot.Whole(long value) -> IValue.from(value);
            case Slot.Real(double value) -> IValue.from(value);
        };
    }

    private NDArray tensor(String name, long[] shape) {
        return read.computeIfAbsent(name, n -> {
            if (!checkpoint.has(n)) {
                throw new BadInput(checkpoint.path(), "has no tensor " + n);
            }
            long[] found = checkpoint.shape(n);
            if (!Arrays.equals(found, shape)) {
                throw new BadInput(
                        checkpoint.path(),
                        "tensor " + n + " is " + Arrays.toString(found) + ", expected " + Arrays.toString(shape));
            }
            return Tensors.view(manager, checkpoint.float32(n), shape);
        });
    }
}
