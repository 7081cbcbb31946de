package org.vectorscope.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.Json;
import org.vectorscope.job.Monitor;

/**
 * One text's way through the model, as a safetensors file: {@code ids} i64 [t], {@code embeddings} f32 [t, d_model],
 * {@code resid_post.L} f32 [t, d_model] of every layer, {@code logits} f32 [t, vocabulary]. Written row by row as the
 * rows are computed, so memory does not grow with the text.
 */
public final class Trace {
    private static final String LOGITS = "logits";

    private final ModelConfig config;
    private final int[] ids;
    private final Map<String, Long> offsets = new LinkedHashMap<>();
    private final ByteBuffer header;

    private Trace(ModelConfig config, int[] ids) {
        this.config = config;
        this.ids = ids;
        this.header = layOut();
    }

    /** @throws org.vectorscope.file.BadInput if the ids are not the model's */
    public static void write(LanguageModel model, int[] ids, Path file, Monitor monitor) throws IOException {
        RequestChecks.check(request(model.config(), ids), model.config());
        AtomicFile.writePlaces(file, out -> new Trace(model.config(), ids).write(model, out, monitor));
    }

    private static CaptureRequest request(ModelConfig config, int[] ids) {
        SortedSet<Integer> layers = new TreeSet<>(List.of(CaptureRequest.EMBEDDINGS));
        for (int layer = 0; layer < config.layers(); layer++) {
            layers.add(layer);
        }
        return new CaptureRequest(List.of(ids), layers, new CaptureRequest.From(0), true);
    }

    private ByteBuffer layOut() {
        Map<String, Object> tensors = new LinkedHashMap<>();
        long end = place(tensors, "ids", "I64", 0, Long.BYTES, ids.length);
        end = place(tensors, name(CaptureRequest.EMBEDDINGS), "F32", end, Float.BYTES, ids.length, config.dModel());
        for (int layer = 0; layer < config.layers(); layer++) {
            end = place(tensors, name(layer), "F32", end, Float.BYTES, ids.length, config.dModel());
        }
        place(tensors, LOGITS, "F32", end, Float.BYTES, ids.length, config.vocabulary());
        byte[] json = Json.canonical(tensors).getBytes(StandardCharsets.UTF_8);
        int padded = (json.length + 7) / 8 * 8;
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + padded).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(padded).put(json);
        while (bytes.hasRemaining()) {
            bytes.put((byte) ' ');
        }
        offsets.replaceAll((name, offset) -> offset + bytes.capacity());
        return bytes.flip();
    }

    private long place(Map<String, Object> tensors, String name, String type, long from, int bytes, long... shape) {
        long end = from + bytes * LongStream.of(shape).reduce(1, Math::multiplyExact);
        offsets.put(name, from);
        tensors.put(name, Map.of("dtype", type, "shape", shape, "data_offsets", List.of(from, end)));
        return end;
    }

    private static String name(int layer) {
        return layer == CaptureRequest.EMBEDDINGS ? "embeddings" : "resid_post." + layer;
    }

    private void write(LanguageModel model, FileChannel out, Monitor monitor) throws IOException {
        writeAll(out, header, 0);
        ByteBuffer tokens = ByteBuffer.allocate(ids.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int id : ids) {
            tokens.putLong(id);
        }
        writeAll(out, tokens.flip(), offset("ids"));
        ByteBuffer row = ByteBuffer.allocateDirect(Float.BYTES * Math.max(config.dModel(), config.vocabulary()))
                .order(ByteOrder.LITTLE_ENDIAN);
        CaptureSink sink = new CaptureSink() {
            @Override
            public void residual(int text, int layer, int position, float[] values) {
                put(out, row, name(layer), position, values);
            }

            @Override
            public void logits(int text, int position, float[] values) {
                put(out, row, LOGITS, position, values);
            }
        };
        try {
            model.capture(request(config, ids), sink, monitor);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private long offset(String name) {
        return offsets.getOrDefault(name, 0L);
    }

    private void put(FileChannel out, ByteBuffer row, String name, int position, float[] values) {
        row.clear().limit(values.length * Float.BYTES);
        row.asFloatBuffer().put(values);
        try {
            writeAll(out, row, offset(name) + (long) position * row.limit());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes, long offset) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += out.write(bytes, at);
        }
    }
}
