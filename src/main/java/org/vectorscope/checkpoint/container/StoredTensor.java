package org.vectorscope.checkpoint.container;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vectorscope.file.BadInput;

/**
 * A tensor as it lies in a mapped file.
 *
 * @param source the file, for messages
 * @param shape slowest axis first, as PyTorch prints it; empty for a scalar
 * @param data its bytes, exactly
 */
public record StoredTensor(String source, String name, ElementType type, List<Long> shape, MemorySegment data) {
    public StoredTensor {
        shape = List.copyOf(shape);
    }

    public long elements() {
        return shape.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
    }

    /** Row-major float32, native byte order: a view of the file where that is what it holds. At most 2 GiB. */
    public ByteBuffer float32() {
        return float32(RowOrder.AS_STORED, Arena.ofAuto());
    }

    /**
     * As {@link #float32()}, with rows (entries along the first axis) put in another order.
     *
     * @param arena holds what had to be decoded
     */
    public ByteBuffer float32(RowOrder order, Arena arena) {
        if (!type.decodable()) {
            throw fault(
                    "is stored as " + type + ", which cannot be read as numbers (" + ElementType.readable() + " can)");
        }
        if (elements() > Integer.MAX_VALUE / Float.BYTES) {
            throw fault("has " + elements() + " numbers; one tensor may have " + Integer.MAX_VALUE / Float.BYTES);
        }
        return Float32.of(this, order, arena);
    }

    /** One row of a matrix as float32, decoded now. */
    public float[] row(int row) {
        if (!type.decodable() || shape.size() != 2) {
            throw fault("is no matrix of numbers");
        }
        return Float32.row(this, Objects.checkIndex(row, shape.getFirst()));
    }

    /** Rows {@code from} to {@code to} as a tensor of their own. */
    public StoredTensor slice(long from, long to) {
        long rows = shape.getFirst();
        Objects.checkFromToIndex(from, to, rows);
        List<Long> part = new ArrayList<>(shape);
        part.set(0, to - from);
        long rowBytes = data.byteSize() / rows;
        return new StoredTensor(source, name, type, part, data.asSlice(from * rowBytes, (to - from) * rowBytes));
    }

    /** Its 4-bit numbers as they are stored; empty where they are not. */
    public Optional<FourBit> fourBit(RowOrder order, Arena arena) {
        return FourBit.of(this, order, arena);
    }

    /** Its 16-bit numbers as they are stored; empty where they are not. */
    public Optional<SixteenBit> sixteenBit() {
        return SixteenBit.of(this);
    }

    public float[] floats() {
        ByteBuffer bytes = float32();
        float[] values = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    /** All numbers of a tensor of type I64 or I32. */
    public long[] integers() {
        if (type != ElementType.I64 && type != ElementType.I32) {
            throw fault("is of type " + type + ", not of whole numbers (I64, I32)");
        }
        return type == ElementType.I64
                ? data.toArray(ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN))
                : IntStream.of(data.toArray(ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN)))
                        .asLongStream()
                        .toArray();
    }

    /** A fault of this tensor, to be thrown. */
    public BadInput fault(String fault) {
        return new BadInput(source, "tensor '" + name + "' " + fault);
    }
}
