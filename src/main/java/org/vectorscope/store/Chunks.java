package org.vectorscope.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/** Payloads of runs: named byte strings in chunks with a checksum each. */
final class Chunks {
    /** The part that holds the result's JSON. */
    static final String RESULT = "result";

    private static final int CHUNK = 1 << 20;

    private Chunks() {}

    static void insert(Connection connection, long run, String part, byte[] bytes) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO chunk (run, part, seq, crc, data) VALUES (?, ?, ?, ?, ?)")) {
            for (int seq = 0, from = 0; seq == 0 || from < bytes.length; seq++, from += CHUNK) {
                byte[] data = Arrays.copyOfRange(bytes, from, Math.min(from + CHUNK, bytes.length));
                insert.setLong(1, run);
                insert.setString(2, part);
                insert.setInt(3, seq);
                insert.setLong(4, crc(data));
                insert.setBytes(5, data);
                insert.executeUpdate();
            }
        }
    }

    /** Empty where there is none, or where a chunk is not what was written. */
    static Optional<byte[]> read(Connection connection, long run, String part) throws SQLException {
        String total = "SELECT sum(length(data)) FROM chunk WHERE run = ? AND part = ?";
        try (PreparedStatement sum = connection.prepareStatement(total)) {
            sum.setLong(1, run);
            sum.setString(2, part);
            try (ResultSet rows = sum.executeQuery()) {
                long bytes = rows.getLong(1);
                return rows.wasNull() || bytes > Integer.MAX_VALUE
                        ? Optional.empty()
                        : fill(connection, run, part, (int) bytes);
            }
        }
    }

    /** Names of all parts but the result, in alphabetical order. */
    static List<String> parts(Connection connection, long run) throws SQLException {
        String parts = "SELECT DISTINCT part FROM chunk WHERE run = ? AND part <> ? ORDER BY part";
        try (PreparedStatement select = connection.prepareStatement(parts)) {
            select.setLong(1, run);
            select.setString(2, RESULT);
            List<String> names = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
            return names;
        }
    }

    private static Optional<byte[]> fill(Connection connection, long run, String part, int length) throws SQLException {
        byte[] bytes = new byte[length];
        int at = 0;
        String chunks = "SELECT seq, crc, data FROM chunk WHERE run = ? AND part = ? ORDER BY seq";
        try (PreparedStatement select = connection.prepareStatement(chunks)) {
            select.setLong(1, run);
            select.setString(2, part);
            try (ResultSet rows = select.executeQuery()) {
                for (int seq = 0; rows.next(); seq++) {
                    byte[] data = rows.getBytes(3);
                    if (rows.getInt(1) != seq || rows.getLong(2) != crc(data) || data.length > length - at) {
                        return Optional.empty();
                    }
                    System.arraycopy(data, 0, bytes, at, data.length);
                    at += data.length;
                }
            }
        }
        return at == length ? Optional.of(bytes) : Optional.empty();
    }

    static byte[] bytes(float[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    static float[] floats(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    private static long crc(byte[] data) {
        CRC32C crc = new CRC32C();
        crc.update(data);
        return crc.getValue();
    }
}
