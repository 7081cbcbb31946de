package org.vectorscope.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vectorscope.file.Json;

/** Reading rows of the table run. */
final class RunRows {
    private static final String SELECT =
            """
            SELECT number, key, kind, recipe, title, layers, n, took_ms, bytes, created_ms, used_ms, saved, name,
                   replayed_ms, replayed_equal
            FROM run WHERE binned_ms IS NULL""";

    private RunRows() {}

    static Optional<Run> byNumber(Connection connection, long number) throws SQLException {
        return select(connection, SELECT + " AND number = ?", number).stream().findFirst();
    }

    static Optional<Run> byKey(Connection connection, String key) throws SQLException {
        return select(connection, SELECT + " AND key = ?", key).stream().findFirst();
    }

    static Optional<Run> byName(Connection connection, String name) throws SQLException {
        return select(connection, SELECT + " AND name = ?", name).stream().findFirst();
    }

    static boolean anyBinned(Connection connection, long before) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM run WHERE binned_ms < ?)")) {
            select.setLong(1, before);
            try (ResultSet rows = select.executeQuery()) {
                return rows.getBoolean(1);
            }
        }
    }

    /** Runs that were computed from the result with this key. */
    static List<Run> using(Connection connection, String key) throws SQLException {
        String sql =
                SELECT + " AND number IN (SELECT run FROM uses WHERE key = ?) ORDER BY created_ms DESC, number DESC";
        return select(connection, sql, key);
    }

    static List<Run> list(Connection connection, RunFilter filter) throws SQLException {
        StringBuilder sql = new StringBuilder(SELECT);
        List<Object> values = new ArrayList<>();
        if (!filter.kinds().isEmpty()) {
            sql.append(" AND kind IN (?")
                    .append(", ?".repeat(filter.kinds().size() - 1))
                    .append(')');
            filter.kinds().forEach(kind -> values.add(kind.word()));
        }
        for (String word : filter.words().strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!word.isEmpty()) {
                sql.append(" AND instr(lower(printf('%04d', number) || ' ' || title || ' ' || coalesce(name, '')")
                        .append(" || ' ' || recipe), ?) > 0");
                values.add(word);
            }
        }
        values.add(filter.most());
        return select(connection, sql + " ORDER BY created_ms DESC, number DESC LIMIT ?", values.toArray());
    }

    private static List<Run> select(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            List<Run> runs = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    runs.add(run(rows));
                }
            }
            return runs;
        }
    }

    private static Run run(ResultSet row) throws SQLException {
        return new Run(
                row.getLong("number"),
                row.getString("key"),
                Kind.of(row.getString("kind")),
                Json.parse("a recipe in the store", row.getString("recipe")),
                row.getString("title"),
                row.getString("layers"),
                row.getLong("n"),
                Duration.ofMillis(row.getLong("took_ms")),
                row.getLong("bytes"),
                Instant.ofEpochMilli(row.getLong("created_ms")),
                Instant.ofEpochMilli(row.getLong("used_ms")),
                row.getBoolean("saved"),
                Optional.ofNullable(row.getString("name")),
                replay(row));
    }

    private static Optional<Run.Replay> replay(ResultSet row) throws SQLException {
        long at = row.getLong("replayed_ms");
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Run.Replay(Instant.ofEpochMilli(at), row.getBoolean("replayed_equal")));
    }
}
