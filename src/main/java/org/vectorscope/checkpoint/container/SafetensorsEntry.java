package org.vectorscope.checkpoint.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.vectorscope.file.BadInput;

/** One tensor's line in a safetensors header. */
final class SafetensorsEntry {
    private static final int MOST_AXES = 16;

    private SafetensorsEntry() {}

    static StoredTensor tensor(String source, String name, JsonNode entry, MemorySegment data) {
        ElementType type = type(source, name, entry.path("dtype"));
        List<Long> shape = shape(source, name, entry.path("shape"));
        JsonNode offsets = entry.path("data_offsets");
        if (!offsets.isArray() || offsets.size() != 2) {
            throw fault(source, name, "has no data_offsets of two numbers");
        }
        long begin = whole(source, name, offsets.get(0));
        long end = whole(source, name, offsets.get(1));
        if (begin > end || end > data.byteSize()) {
            throw fault(source, name, "lies at data bytes " + begin + " to " + end + " of " + data.byteSize());
        }
        long expected = bytes(source, name, type, shape);
        if (expected != end - begin) {
            throw fault(
                    source,
                    name,
                    "is " + type + " " + shape + " and needs " + expected + " bytes, but has " + (end - begin));
        }
        return new StoredTensor(source, name, type, shape, data.asSlice(begin, end - begin));
    }

    private static ElementType type(String source, String name, JsonNode dtype) {
        return ElementType.ofSafetensors(dtype.asText())
                .orElseThrow(() -> fault(source, name, "has the unknown dtype " + dtype));
    }

    private static List<Long> shape(String source, String name, JsonNode node) {
        if (!node.isArray() || node.size() > MOST_AXES) {
            throw fault(source, name, "has no shape of at most " + MOST_AXES + " axes");
        }
        List<Long> shape = new ArrayList<>();
        for (JsonNode axis : node) {
            shape.add(whole(source, name, axis));
        }
        return shape;
    }

    private static long whole(String source, String name, JsonNode number) {
        if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
            throw fault(source, name, "has " + number + " where a whole number of at least 0 belongs");
        }
        return number.longValue();
    }

    private static long bytes(String source, String name, ElementType type, List<Long> shape) {
        try {
            long elements = 1;
            for (long axis : shape) {
                elements = Math.multiplyExact(elements, axis);
            }
            return Math.multiplyExact(elements, type.blockBytes());
        } catch (ArithmeticException e) {
            throw fault(source, name, "has the impossible shape " + shape);
        }
    }

    private static BadInput fault(String source, String name, String fault) {
        return new BadInput(source, "tensor '" + name + "' " + fault);
    }
}
