package org.vectorscope.checkpoint.container;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.LongStream;

/** Stored numbers as float32 in native memory, where native code can take them without another copy. */
final class Float32 {
    /** One task's share: large enough that starting it costs nothing, small enough to use every core. */
    private static final long NUMBERS_A_TASK = 1 << 18;

    private Float32() {}

    /** @param arena of any thread: rows are decoded on several */
    static ByteBuffer of(StoredTensor tensor, RowOrder order, Arena arena) {
        boolean asItIs = tensor.type() == ElementType.F32 && order == RowOrder.AS_STORED && usable(tensor.data());
        MemorySegment floats = asItIs ? tensor.data() : decoded(tensor, order, arena);
        return floats.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private static boolean usable(MemorySegment data) {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN && data.address() % Float.BYTES == 0;
    }

    private static MemorySegment decoded(StoredTensor tensor, RowOrder order, Arena arena) {
        long elements = tensor.elements();
        MemorySegment out = NativeMemory.allocate(elements * Float.BYTES, arena);
        if (elements == 0) {
            return out;
        }
        boolean oneRow = tensor.shape().size() < 2 && order == RowOrder.AS_STORED;
        long rows = oneRow || tensor.shape().isEmpty() ? 1 : tensor.shape().getFirst();
        int rowLength = Math.toIntExact(elements / rows);
        long rowsATask = Math.max(1, NUMBERS_A_TASK / rowLength);
        LongStream.range(0, Math.ceilDiv(rows, rowsATask)).parallel().forEach(task -> {
            long first = task * rowsATask;
            decodeRows(tensor, order, out, first, Math.min(rows, first + rowsATask), rowLength);
        });
        MappedPages.giveBack(tensor.data());
        return out;
    }

    static float[] row(StoredTensor tensor, long row) {
        ElementType type = tensor.type();
        int rowLength = Math.toIntExact(tensor.shape().getLast());
        long rowBytes = (long) rowLength / type.blockElements() * type.blockBytes();
        byte[] stored = new byte[Math.toIntExact(rowBytes)];
        MemorySegment.copy(tensor.data(), ValueLayout.JAVA_BYTE, row * rowBytes, stored, 0, stored.length);
        float[] values = new float[rowLength];
        type.decoder().decode(stored, values, rowLength);
        return values;
    }

    private static void decodeRows(
            StoredTensor tensor, RowOrder order, MemorySegment out, long from, long to, int rowLength) {
        ElementType type = tensor.type();
        long rowBytes = (long) rowLength / type.blockElements() * type.blockBytes();
        byte[] stored = new byte[Math.toIntExact(rowBytes)];
        float[] row = new float[rowLength];
        long rows = tensor.elements() / rowLength;
        for (long r = from; r < to; r++) {
            MemorySegment.copy(tensor.data(), ValueLayout.JAVA_BYTE, r * rowBytes, stored, 0, stored.length);
            type.decoder().decode(stored, row, rowLength);
            long target = order.target(r, rows) * rowLength * Float.BYTES;
            MemorySegment.copy(row, 0, out, ValueLayout.JAVA_FLOAT, target, rowLength);
        }
    }
}
