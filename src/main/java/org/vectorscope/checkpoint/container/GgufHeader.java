package org.vectorscope.checkpoint.container;

import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.vectorscope.file.BadInput;

/** All of a GGUF file before its numbers (ggml's docs/gguf.md). */
record GgufHeader(GgufMetadata metadata, Map<String, StoredTensor> tensors) {
    private static final int MAGIC = 0x46554747; // "GGUF", little-endian
    private static final int MOST_KEYS = 1 << 16;
    private static final int MOST_TENSORS = 1 << 17;
    private static final int SMALLEST_PAIR = 8 + 4 + 1;
    private static final long USUAL_ALIGNMENT = 32;

    static GgufHeader read(String source, MemorySegment file) {
        GgufCursor cursor = new GgufCursor(source, file);
        if (file.byteSize() < 4 || cursor.u32() != MAGIC) {
            throw new BadInput(source, "byte 0: is not a GGUF file");
        }
        int version = cursor.u32();
        if (version != 2 && version != 3) {
            throw new BadInput(
                    source,
                    "byte 4: is GGUF of version " + Integer.toUnsignedString(version)
                            + (Integer.reverseBytes(version) == 3 ? " in big-endian order" : "")
                            + "; versions 2 and 3 are read");
        }
        int tensorCount = cursor.count("tensors", GgufTensorInfo.SMALLEST, MOST_TENSORS);
        int pairs = cursor.count("metadata keys", SMALLEST_PAIR, MOST_KEYS);
        GgufMetadata metadata = new GgufMetadata(source, pairs(cursor, pairs));
        Map<String, GgufTensorInfo> infos = new LinkedHashMap<>();
        for (int i = 0; i < tensorCount; i++) {
            long at = cursor.position();
            GgufTensorInfo info = GgufTensorInfo.read(cursor);
            if (infos.put(info.name(), info) != null) {
                throw cursor.fault(at, "tensor '" + info.name() + "' is there twice");
            }
        }
        long alignment = alignment(source, metadata);
        long start = Math.ceilDiv(cursor.position(), alignment) * alignment;
        MemorySegment data = file.asSlice(Math.min(start, file.byteSize()));
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        infos.forEach((name, info) -> tensors.put(name, info.in(source, data, alignment)));
        requireApart(tensors);
        return new GgufHeader(metadata, Collections.unmodifiableMap(tensors));
    }

    private static Map<String, Object> pairs(GgufCursor cursor, int count) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            long at = cursor.position();
            String key = cursor.string();
            if (values.put(key, cursor.value(cursor.u32())) != null) {
                throw cursor.fault(at, "metadata '" + key + "' is there twice");
            }
        }
        return values;
    }

    private static long alignment(String source, GgufMetadata metadata) {
        OptionalLong alignment = metadata.integer("general.alignment");
        long value = alignment.orElse(USUAL_ALIGNMENT);
        if (value < 8 || value > 1 << 20 || Long.bitCount(value) != 1) {
            throw new BadInput(source, "general.alignment is " + value + ", which is no power of two from 8 on");
        }
        return value;
    }

    private static void requireApart(Map<String, StoredTensor> tensors) {
        List<StoredTensor> byPlace = tensors.values().stream()
                .sorted(Comparator.comparingLong(tensor -> tensor.data().address()))
                .toList();
        for (int i = 1; i < byPlace.size(); i++) {
            MemorySegment before = byPlace.get(i - 1).data();
            if (before.address() + before.byteSize() > byPlace.get(i).data().address()) {
                throw byPlace.get(i)
                        .fault("overlaps tensor '" + byPlace.get(i - 1).name() + "'");
            }
        }
    }
}
