package org.vectorscope.checkpoint.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/** The header of a safetensors file, believed only where it agrees with itself and with the size of the file. */
record SafetensorsHeader(Map<String, String> metadata, Map<String, StoredTensor> tensors) {
    /** Thirty thousand tensors; the format's own limit is 100 MB, and so much would take a gigabyte once it is parsed. */
    static final long LONGEST = 3L << 20;

    private static final ValueLayout.OfLong LENGTH = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    static SafetensorsHeader read(String source, MemorySegment file) {
        if (file.byteSize() < Long.BYTES) {
            throw new BadInput(source, "is " + file.byteSize() + " bytes, too short for a safetensors file");
        }
        long length = file.get(LENGTH, 0);
        if (length < 0 || length > LONGEST || length > file.byteSize() - Long.BYTES) {
            throw new BadInput(
                    source,
                    "byte 0: not a safetensors file, or cut off: its header would be " + Long.toUnsignedString(length)
                            + " bytes, the file has " + file.byteSize());
        }
        byte[] text = file.asSlice(Long.BYTES, length).toArray(ValueLayout.JAVA_BYTE);
        JsonNode root = Json.parse(source + " (header)", new String(text, StandardCharsets.UTF_8));
        if (!root.isObject()) {
            throw new BadInput(source, "the header is not a JSON object");
        }
        MemorySegment data = file.asSlice(Long.BYTES + length);
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : root.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                tensors.put(entry.getKey(), SafetensorsEntry.tensor(source, entry.getKey(), entry.getValue(), data));
            }
        }
        requireSeamless(source, tensors, data);
        return new SafetensorsHeader(metadata(source, root), Collections.unmodifiableMap(tensors));
    }

    private static Map<String, String> metadata(String source, JsonNode root) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : root.path("__metadata__").properties()) {
            if (!entry.getValue().isTextual()) {
                throw new BadInput(source, "the metadata '" + entry.getKey() + "' is not text");
            }
            values.put(entry.getKey(), entry.getValue().textValue());
        }
        return Collections.unmodifiableMap(values);
    }

    /** Every byte belongs to exactly one tensor, as the format demands: nothing overlaps, nothing hides between. */
    private static void requireSeamless(String source, Map<String, StoredTensor> tensors, MemorySegment data) {
        List<StoredTensor> byPlace = tensors.values().stream()
                .sorted(Comparator.comparingLong((StoredTensor t) -> t.data().address())
                        .thenComparingLong(t -> t.data().byteSize()))
                .toList();
        long end = 0;
        for (StoredTensor tensor : byPlace) {
            long begin = tensor.data().address() - data.address();
            if (begin != end) {
                throw tensor.fault("begins at data byte " + begin + ", but what lies before it ends at " + end);
            }
            end = begin + tensor.data().byteSize();
        }
        if (end != data.byteSize()) {
            throw new BadInput(source, "holds " + data.byteSize() + " bytes of data, its header speaks of " + end);
        }
    }
}
