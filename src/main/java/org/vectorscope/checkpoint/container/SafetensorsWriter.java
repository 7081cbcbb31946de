package org.vectorscope.checkpoint.container;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.Json;

/**
 * Writes a safetensors file in one go: collect what it is to hold, then {@link #write}. Large tensors are asked for
 * piece by piece while the file is written. Integers come first, so that everything lies at a multiple of its size.
 */
public final class SafetensorsWriter {
    /** Hands over the numbers of a tensor, row-major, in pieces of any length. */
    @FunctionalInterface
    public interface Floats {
        void writeTo(FloatSink sink) throws IOException;
    }

    /** Takes the next numbers. */
    @FunctionalInterface
    public interface FloatSink {
        void accept(float[] values) throws IOException;
    }

    private interface Bytes {
        long writeTo(OutputStream out) throws IOException;
    }

    private record Entry(String dtype, List<Long> shape, long bytes, Bytes content) {}

    private final Map<String, String> metadata = new TreeMap<>();
    private final Map<String, Entry> integers = new LinkedHashMap<>();
    private final Map<String, Entry> floats = new LinkedHashMap<>();

    public SafetensorsWriter metadata(String key, String value) {
        metadata.put(key, value);
        return this;
    }

    /** @param shape slowest axis first; its product is the number of values */
    public SafetensorsWriter floats(String name, float[] values, long... shape) {
        return floats(name, sink -> sink.accept(values), shape);
    }

    /** @param values asked for when the file is written; must yield as many as {@code shape} says */
    public SafetensorsWriter floats(String name, Floats values, long... shape) {
        floats.put(name, entry("F32", Float.BYTES, shape, out -> {
            long[] written = {0};
            values.writeTo(piece -> {
                out.write(littleEndian(piece));
                written[0] += (long) piece.length * Float.BYTES;
            });
            return written[0];
        }));
        return this;
    }

    public SafetensorsWriter integers(String name, long[] values, long... shape) {
        integers.put(name, entry("I64", Long.BYTES, shape, out -> {
            ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asLongBuffer().put(values);
            out.write(bytes.array());
            return bytes.capacity();
        }));
        return this;
    }

    /**
     * Replaces {@code target} by the new file, or leaves it as it was and throws.
     *
     * @throws IllegalStateException if a tensor's numbers are not as many as its shape says
     */
    public void write(Path target) throws IOException {
        Map<String, Entry> all = new LinkedHashMap<>(integers);
        all.putAll(floats);
        byte[] header = header(all);
        AtomicFile.write(target, out -> {
            DataOutputStream data = new DataOutputStream(out);
            data.writeLong(Long.reverseBytes(header.length));
            data.write(header);
            for (Map.Entry<String, Entry> entry : all.entrySet()) {
                long written = entry.getValue().content().writeTo(data);
                if (written != entry.getValue().bytes()) {
                    throw new IllegalStateException("tensor '" + entry.getKey() + "' of shape "
                            + entry.getValue().shape() + " got " + written + " bytes");
                }
            }
            data.flush();
        });
    }

    private byte[] header(Map<String, Entry> all) {
        Map<String, Object> root = new LinkedHashMap<>();
        if (!metadata.isEmpty()) {
            root.put("__metadata__", metadata);
        }
        long offset = 0;
        for (Map.Entry<String, Entry> entry : all.entrySet()) {
            Entry tensor = entry.getValue();
            List<Long> offsets = List.of(offset, offset + tensor.bytes());
            root.put(entry.getKey(), Map.of("dtype", tensor.dtype(), "shape", tensor.shape(), "data_offsets", offsets));
            offset += tensor.bytes();
        }
        byte[] text = Json.canonical(root).getBytes(StandardCharsets.UTF_8);
        byte[] padded = Arrays.copyOf(text, Math.ceilDiv(text.length, Long.BYTES) * Long.BYTES);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    private static Entry entry(String dtype, int size, long[] shape, Bytes content) {
        List<Long> axes = new ArrayList<>();
        long elements = 1;
        for (long axis : shape) {
            axes.add(axis);
            elements = Math.multiplyExact(elements, axis);
        }
        return new Entry(dtype, axes, Math.multiplyExact(elements, size), content);
    }

    private static byte[] littleEndian(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
