package org.vectorscope.checkpoint.container;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A matrix whose numbers are stored in 4 bits, as they are: w = scale · (q − 8) + zero, with a scale and a zero for each
 * {@link #GROUP} numbers of a row. In native memory and byte order.
 *
 * @param numbers u8 [rows, columns], 0 to 15
 * @param scales f32 [rows, columns / GROUP]
 * @param zeros f32 [rows, columns / GROUP], what q = 8 stands for
 */
public record FourBit(long rows, long columns, ByteBuffer numbers, ByteBuffer scales, ByteBuffer zeros) {
    public static final int GROUP = 32;

    /** Takes a stored row apart. */
    @FunctionalInterface
    interface Unpacker {
        void unpack(byte[] stored, byte[] q, float[] scales, float[] zeros);
    }

    private static final Map<ElementType, Unpacker> UNPACKERS = Map.of(
            ElementType.Q4_0, LegacyBlocks::unpackQ4v0,
            ElementType.Q4_1, LegacyBlocks::unpackQ4v1,
            ElementType.Q4_K, SuperBlocks::unpackQ4k);

    /** Empty where the tensor is stored in another way. @param arena of any thread: rows are taken apart on several */
    static Optional<FourBit> of(StoredTensor tensor, RowOrder order, Arena arena) {
        Unpacker unpacker = UNPACKERS.get(tensor.type());
        if (unpacker == null || tensor.shape().size() != 2) {
            return Optional.empty();
        }
        int rows = Math.toIntExact(tensor.shape().getFirst());
        int columns = Math.toIntExact(tensor.shape().getLast());
        int groups = columns / GROUP;
        MemorySegment q = NativeMemory.allocate((long) rows * columns, arena);
        MemorySegment s = NativeMemory.allocate((long) rows * groups * Float.BYTES, arena);
        MemorySegment z = NativeMemory.allocate((long) rows * groups * Float.BYTES, arena);
        int rowBytes = columns / tensor.type().blockElements() * tensor.type().blockBytes();
        IntStream.range(0, rows).parallel().forEach(row -> {
            byte[] stored = new byte[rowBytes];
            byte[] numbers = new byte[columns];
            float[] scales = new float[groups];
            float[] zeros = new float[groups];
            MemorySegment.copy(tensor.data(), ValueLayout.JAVA_BYTE, (long) row * rowBytes, stored, 0, rowBytes);
            unpacker.unpack(stored, numbers, scales, zeros);
            long target = order.target(row, rows);
            MemorySegment.copy(numbers, 0, q, ValueLayout.JAVA_BYTE, target * columns, columns);
            long at = target * groups * Float.BYTES;
            MemorySegment.copy(scales, 0, s, ValueLayout.JAVA_FLOAT, at, groups);
            MemorySegment.copy(zeros, 0, z, ValueLayout.JAVA_FLOAT, at, groups);
        });
        return Optional.of(new FourBit(rows, columns, buffer(q), buffer(s), buffer(z)));
    }

    private static ByteBuffer buffer(MemorySegment memory) {
        return memory.asByteBuffer().order(ByteOrder.nativeOrder());
    }
}
