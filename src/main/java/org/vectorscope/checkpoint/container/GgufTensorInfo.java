package org.vectorscope.checkpoint.container;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.vectorscope.file.BadInput;

/**
 * What a GGUF file says of one tensor.
 *
 * @param dims fastest axis first
 * @param offset from the beginning of the data
 */
record GgufTensorInfo(String name, List<Long> dims, int type, long offset) {
    /** Bytes that even the shortest entry takes: name, number of axes, type, offset. */
    static final int SMALLEST = 8 + 4 + 4 + 8;

    private static final int MOST_AXES = 4;

    static GgufTensorInfo read(GgufCursor cursor) {
        String name = cursor.string();
        long at = cursor.position();
        int axes = cursor.u32();
        if (axes < 0 || axes > MOST_AXES) {
            throw cursor.fault(
                    at,
                    "tensor '" + name + "' has " + Integer.toUnsignedString(axes) + " axes; GGUF allows " + MOST_AXES);
        }
        List<Long> dims = new ArrayList<>();
        for (int i = 0; i < axes; i++) {
            dims.add(cursor.u64());
        }
        return new GgufTensorInfo(name, dims, cursor.u32(), cursor.u64());
    }

    StoredTensor in(String source, MemorySegment data, long alignment) {
        ElementType known = GgufTypes.of(type)
                .orElseThrow(() -> fault(
                        source,
                        "is of type " + GgufTypes.name(type) + ", which is not read; " + ElementType.readable()
                                + " are"));
        long bytes = bytes(source, known);
        if (offset < 0 || offset % alignment != 0) {
            throw fault(
                    source, "begins at data byte " + Long.toUnsignedString(offset) + ", no multiple of " + alignment);
        }
        if (offset > data.byteSize() || bytes > data.byteSize() - offset) {
            throw fault(
                    source,
                    "needs " + bytes + " bytes from data byte " + offset + " on; the file has " + data.byteSize()
                            + " bytes of data");
        }
        List<Long> shape = new ArrayList<>(dims);
        Collections.reverse(shape);
        return new StoredTensor(source, name, known, shape, data.asSlice(offset, bytes));
    }

    private long bytes(String source, ElementType known) {
        long row = dims.isEmpty() ? 1 : dims.getFirst();
        if (row % known.blockElements() != 0) {
            throw fault(
                    source,
                    "has rows of " + row + " numbers, no whole number of " + known + " blocks of "
                            + known.blockElements());
        }
        try {
            long elements = 1;
            for (long dim : dims) {
                if (dim < 0) {
                    throw new ArithmeticException("negative");
                }
                elements = Math.multiplyExact(elements, dim);
            }
            return Math.multiplyExact(elements / known.blockElements(), known.blockBytes());
        } catch (ArithmeticException e) {
            throw fault(source, "has the impossible shape " + dims);
        }
    }

    private BadInput fault(String source, String fault) {
        return new BadInput(source, "tensor '" + name + "' " + fault);
    }
}
