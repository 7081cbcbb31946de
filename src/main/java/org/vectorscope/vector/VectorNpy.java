package org.vectorscope.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.BadInput;

/**
 * NumPy's array files, versions 1 to 3: one array [layers, d], row L for layer L. They say nothing else, so there must
 * be a row for every layer from 0.
 */
final class VectorNpy {
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    private static final int ALIGNMENT = 64;
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int MOST_LAYERS = 10_000;
    private static final long MOST_BYTES = 1L << 30;
    private static final Pattern HEADER =
            Pattern.compile("\\{\\s*'descr':\\s*'(?<type>[^']{1,8})',\\s*'fortran_order':\\s*(?<fortran>True|False),"
                    + "\\s*'shape':\\s*\\((?<shape>[0-9, ]*)\\),?\\s*\\}\\s*");
    private static final Pattern MATRIX = Pattern.compile("(?<rows>\\d{1,9}),\\s*(?<columns>\\d{1,9}),?\\s*");

    private VectorNpy() {}

    static SteeringVectors read(Path file) throws IOException {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer start = bytes(file, in, MAGIC.length + 2);
            int version = start.get(MAGIC.length);
            if (version < 1 || version > 3) {
                throw new BadInput(file, "is npy version " + version + "; versions 1 to 3 are read");
            }
            ByteBuffer length = bytes(file, in, version == 1 ? 2 : 4);
            long header = version == 1 ? length.getShort(0) & 0xffff : length.getInt(0) & 0xffffffffL;
            if (header > LONGEST_HEADER) {
                throw new BadInput(file, "has a header of " + header + " bytes");
            }
            String text =
                    StandardCharsets.UTF_8.decode(bytes(file, in, (int) header)).toString();
            return new SteeringVectors(rows(file, in, text), "", Optional.empty());
        }
    }

    private static SortedMap<Integer, float[]> rows(Path file, FileChannel in, String header) throws IOException {
        Matcher said = HEADER.matcher(header);
        if (!said.matches()) {
            throw new BadInput(file, "has a header that is not that of one plain array");
        }
        String type = said.group("type");
        if (!type.equals("<f4") && !type.equals("<f8") || said.group("fortran").equals("True")) {
            throw new BadInput(file, "is of type " + type + ", only C-ordered <f4 and <f8 are read");
        }
        Matcher shape = MATRIX.matcher(said.group("shape"));
        if (!shape.matches()) {
            throw new BadInput(
                    file, "has the shape (" + said.group("shape").strip() + "); it must be (layers, d), a row a layer");
        }
        long layers = Long.parseLong(shape.group("rows"));
        long d = Long.parseLong(shape.group("columns"));
        int width = type.equals("<f8") ? Double.BYTES : Float.BYTES;
        long size = layers * d * width;
        if (layers < 1 || layers > MOST_LAYERS || d < 1 || size > MOST_BYTES || size != in.size() - in.position()) {
            throw new BadInput(
                    file,
                    "says it holds " + layers + " × " + d + " numbers, which is not what " + in.size() + " bytes can");
        }
        SortedMap<Integer, float[]> byLayer = new TreeMap<>();
        for (int layer = 0; layer < layers; layer++) {
            byLayer.put(layer, row(file, layer, bytes(file, in, Math.toIntExact(d * width)), width));
        }
        return byLayer;
    }

    private static float[] row(Path file, int layer, ByteBuffer bytes, int width) {
        float[] row = new float[bytes.capacity() / width];
        for (int i = 0; i < row.length; i++) {
            row[i] = width == Double.BYTES ? (float) bytes.getDouble(i * width) : bytes.getFloat(i * width);
            if (!Float.isFinite(row[i])) {
                throw new BadInput(file, "its row " + layer + " has " + row[i] + " at index " + i);
            }
        }
        return row;
    }

    /** @return exactly so many bytes, little-endian */
    private static ByteBuffer bytes(Path file, FileChannel in, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (in.read(bytes) < 0) {
                throw new BadInput(file, "ends in the middle");
            }
        }
        return bytes.flip();
    }

    /**
     * @return what the file does not say
     * @throws BadInput if a layer from 0 on has no vector: rows have no names
     */
    static List<String> write(Path file, SteeringVectors vectors) throws IOException {
        int layers = vectors.byLayer().size();
        if (vectors.byLayer().firstKey() != 0 || vectors.byLayer().lastKey() != layers - 1) {
            throw new BadInput(
                    file,
                    "npy has a row for every layer from 0, and there are vectors for some only; write .safetensors");
        }
        ByteBuffer rows =
                ByteBuffer.allocate(layers * vectors.d() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : vectors.byLayer().values()) {
            for (float value : row) {
                rows.putFloat(value);
            }
        }
        byte[] header = header(layers, vectors.d());
        AtomicFile.write(file, out -> {
            out.write(header);
            out.write(rows.array());
        });
        return List.of("npy holds numbers only: model, method and pairs are not in the file.");
    }

    private static byte[] header(int layers, int d) {
        String said = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + layers + ", " + d + "), }";
        int fixed = MAGIC.length + 4;
        int whole = Math.ceilDiv(fixed + said.length() + 1, ALIGNMENT) * ALIGNMENT;
        String padded = said + " ".repeat(whole - fixed - said.length() - 1) + "\n";
        return ByteBuffer.allocate(whole)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put((byte) 1)
                .put((byte) 0)
                .putShort((short) padded.length())
                .put(padded.getBytes(StandardCharsets.US_ASCII))
                .array();
    }
}
