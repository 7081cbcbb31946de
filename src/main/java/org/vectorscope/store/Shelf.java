package org.vectorscope.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.file.Json;

/** What one database holds: the file, or the memory that takes what the file cannot. */
final class Shelf implements AutoCloseable {
    /** 4 MiB: nobody waits for the connection longer than that takes to move. */
    private static final int PAGES_A_STEP = 256;

    private final Database database;
    private final String nextNumber;

    private Shelf(Database database, String nextNumber) {
        this.database = database;
        this.nextNumber = nextNumber;
    }

    static Shelf onDisk(Database database) {
        return new Shelf(database, "NULL");
    }

    /** Numbers below zero, so that they never meet those of a file. */
    static Shelf inMemory() {
        try {
            return new Shelf(Database.inMemory(), "(SELECT min(0, coalesce(min(number), 0)) - 1 FROM run)");
        } catch (SQLException e) {
            throw new StoreFailure("SQLite cannot be used on this machine (" + e.getMessage() + ")", e);
        }
    }

    Optional<Entry> find(String key) throws SQLException {
        return database.read(c -> entry(c, RunRows.byKey(c, key)));
    }

    Optional<Entry> open(long number) throws SQLException {
        return database.read(c -> entry(c, RunRows.byNumber(c, number)));
    }

    private static Optional<Entry> entry(Connection c, Optional<Run> run) throws SQLException {
        if (run.isEmpty()) {
            return Optional.empty();
        }
        return Chunks.read(c, run.get().number(), Chunks.RESULT)
                .map(bytes -> new Entry(run.get(), Json.parse("a result in the store", text(bytes))));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    Optional<float[]> floats(long number, String array) throws SQLException {
        return database.read(c -> Chunks.read(c, number, array)).map(Chunks::floats);
    }

    List<String> arrays(long number) throws SQLException {
        return database.read(c -> Chunks.parts(c, number));
    }

    List<Run> list(RunFilter filter) throws SQLException {
        return database.read(c -> RunRows.list(c, filter));
    }

    Optional<Run> named(String name) throws SQLException {
        return database.read(c -> RunRows.byName(c, name));
    }

    List<Run> using(String key) throws SQLException {
        return database.read(c -> RunRows.using(c, key));
    }

    Entry put(Key key, Summary summary, Content content, Duration took, long now) throws SQLException {
        Map<String, byte[]> parts = parts(content);
        long bytes = parts.values().stream().mapToLong(b -> b.length).sum();
        return database.write(c -> {
            upsert(c, key, summary, took, bytes, now);
            Run run = RunRows.byKey(c, key.id()).orElseThrow();
            Sql.run(c, "DELETE FROM chunk WHERE run = ?", run.number());
            Sql.run(c, "DELETE FROM uses WHERE run = ?", run.number());
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                Chunks.insert(c, run.number(), part.getKey(), part.getValue());
            }
            for (Key used : summary.uses()) {
                Sql.run(c, "INSERT OR IGNORE INTO uses (run, key) VALUES (?, ?)", run.number(), used.id());
            }
            return new Entry(run, content.result());
        });
    }

    private static Map<String, byte[]> parts(Content content) {
        Map<String, byte[]> parts = new HashMap<>();
        parts.put(Chunks.RESULT, content.result().toString().getBytes(StandardCharsets.UTF_8));
        content.arrays().forEach((name, values) -> parts.put(name, Chunks.bytes(values)));
        return parts;
    }

    /** A result that is computed again keeps its number, its name and whether it is saved. */
    private void upsert(Connection c, Key key, Summary summary, Duration took, long bytes, long now)
            throws SQLException {
        String sql =
                """
                INSERT INTO run (number, key, kind, recipe, title, layers, n, took_ms, bytes, created_ms, used_ms)
                VALUES (%s, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (key) DO UPDATE SET
                    recipe = excluded.recipe, title = excluded.title, layers = excluded.layers, n = excluded.n,
                    took_ms = excluded.took_ms, bytes = excluded.bytes, created_ms = excluded.created_ms,
                    used_ms = excluded.used_ms, binned_ms = NULL
                """
                        .formatted(nextNumber);
        Sql.run(
                c,
                sql,
                key.id(),
                key.kind().word(),
                Json.canonical(key.recipe()),
                summary.title(),
                summary.layers(),
                summary.n(),
                took.toMillis(),
                bytes,
                now,
                now);
    }

    /** @return whether there is such a run */
    boolean change(long number, String assignment, Object... values) throws SQLException {
        Object[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = number;
        return database.write(c -> Sql.run(c, "UPDATE run SET " + assignment + " WHERE number = ?", all)) > 0;
    }

    /** A run in the bin gives its name up to one that is not. */
    boolean name(long number, String name) throws SQLException {
        return database.write(c -> {
            Sql.run(c, "UPDATE run SET name = NULL WHERE name = ? AND binned_ms IS NOT NULL", name);
            return Sql.run(c, "UPDATE run SET name = ?, saved = 1 WHERE number = ?", name, number) > 0;
        });
    }

    /** @return bytes of their payloads */
    long remove(List<Eviction.Candidate> going) throws SQLException {
        if (!going.isEmpty()) {
            database.write(c -> {
                for (Eviction.Candidate run : going) {
                    Sql.run(c, "DELETE FROM run WHERE number = ?", run.number());
                }
                return going;
            });
        }
        return going.stream().mapToLong(Eviction.Candidate::bytes).sum();
    }

    /** @return how many there were */
    int remove(String key) throws SQLException {
        return database.write(c -> Sql.run(c, "DELETE FROM run WHERE key = ?", key));
    }

    /** Removes for good what was put into the bin before that time. */
    void emptyBin(long before) throws SQLException {
        if (database.read(c -> RunRows.anyBinned(c, before))) {
            database.write(c -> Sql.run(c, "DELETE FROM run WHERE binned_ms < ?", before));
        }
    }

    /** @return whether there may be more to give back */
    boolean giveBack() throws SQLException {
        return database.giveBack(PAGES_A_STEP);
    }

    void growNoMore() throws SQLException {
        database.growNoMore();
    }

    void used(Map<Long, Long> millisByNumber) throws SQLException {
        if (millisByNumber.isEmpty()) {
            return;
        }
        database.write(c -> {
            for (Map.Entry<Long, Long> use : millisByNumber.entrySet()) {
                Sql.run(c, "UPDATE run SET used_ms = max(used_ms, ?) WHERE number = ?", use.getValue(), use.getKey());
            }
            return millisByNumber;
        });
    }

    List<Eviction.Candidate> candidates() throws SQLException {
        return database.read(c -> {
            List<Eviction.Candidate> all = new ArrayList<>();
            String sql = "SELECT number, kind, bytes, used_ms, saved FROM run WHERE binned_ms IS NULL";
            try (PreparedStatement select = c.prepareStatement(sql);
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    all.add(new Eviction.Candidate(
                            rows.getLong(1),
                            Kind.of(rows.getString(2)),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getBoolean(5)));
                }
            }
            return all;
        });
    }

    Optional<JsonNode> setting(String name) throws SQLException {
        return database.read(c -> {
            try (PreparedStatement select = c.prepareStatement("SELECT value FROM setting WHERE name = ?")) {
                select.setString(1, name);
                try (ResultSet rows = select.executeQuery()) {
                    return rows.next()
                            ? Optional.of(Json.parse("a setting in the store", rows.getString(1)))
                            : Optional.empty();
                }
            }
        });
    }

    Optional<JsonNode> putSetting(String name, JsonNode value) throws SQLException {
        String sql = "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value";
        database.write(c -> Sql.run(c, sql, name, value.toString()));
        return Optional.of(value);
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }
}
