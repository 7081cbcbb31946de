package org.vectorscope.checkpoint.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vectorscope.file.AtomicFile;

/** Writes small GGUF files (version 3): metadata and F32 tensors, enough for control vectors. */
public final class GgufWriter {
    private static final int ALIGNMENT = 32;
    private static final int TYPE_U32 = 4;
    private static final int TYPE_F32 = 6;
    private static final int TYPE_STRING = 8;

    private record Tensor(float[] values, long[] shape) {}

    private final Map<String, byte[]> metadata = new LinkedHashMap<>();
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    public GgufWriter text(String key, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        metadata.put(
                key,
                buffer(12 + text.length)
                        .putInt(TYPE_STRING)
                        .putLong(text.length)
                        .put(text)
                        .array());
        return this;
    }

    /** As an unsigned number of 32 bits. */
    public GgufWriter integer(String key, int value) {
        metadata.put(key, buffer(8).putInt(TYPE_U32).putInt(value).array());
        return this;
    }

    public GgufWriter number(String key, float value) {
        metadata.put(key, buffer(8).putInt(TYPE_F32).putFloat(value).array());
        return this;
    }

    /** @param shape PyTorch's way round, slowest axis first; its product is the number of values */
    public GgufWriter floats(String name, float[] values, long... shape) {
        long elements = 1;
        for (long axis : shape) {
            elements = Math.multiplyExact(elements, axis);
        }
        if (elements != values.length) {
            throw new IllegalArgumentException(
                    "tensor '" + name + "' has " + values.length + " numbers, not " + elements);
        }
        tensors.put(name, new Tensor(values.clone(), shape.clone()));
        return this;
    }

    /** Replaces {@code target} by the new file, or leaves it as it was and throws. */
    public void write(Path target) throws IOException {
        byte[] header = header();
        AtomicFile.write(target, out -> {
            out.write(header);
            out.write(new byte[padding(header.length)]);
            for (Tensor tensor : tensors.values()) {
                ByteBuffer bytes = buffer(tensor.values().length * Float.BYTES);
                bytes.asFloatBuffer().put(tensor.values());
                out.write(bytes.array());
                out.write(new byte[padding(bytes.capacity())]);
            }
        });
    }

    private byte[] header() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(buffer(20)
                .putInt(3)
                .putLong(tensors.size())
                .putLong(metadata.size())
                .array());
        metadata.forEach((key, value) -> {
            out.writeBytes(string(key));
            out.writeBytes(value);
        });
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            out.writeBytes(string(entry.getKey()));
            out.writeBytes(info(entry.getValue(), offset));
            int bytes = entry.getValue().values().length * Float.BYTES;
            offset += bytes + padding(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] info(Tensor tensor, long offset) {
        long[] shape = tensor.shape();
        ByteBuffer info = buffer(4 + 8 * shape.length + 4 + 8).putInt(shape.length);
        for (int i = shape.length - 1; i >= 0; i--) {
            info.putLong(shape[i]);
        }
        return info.putInt(GgufTypes.F32).putLong(offset).array();
    }

    private static byte[] string(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        return buffer(8 + text.length).putLong(text.length).put(text).array();
    }

    private static int padding(long length) {
        return (int) (-length & (ALIGNMENT - 1));
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
