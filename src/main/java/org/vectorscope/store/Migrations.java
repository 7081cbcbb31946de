package org.vectorscope.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Brings a file to the present layout, one numbered script after the other, each in one transaction. */
final class Migrations {
    /** Only ever longer: a script that was released is never changed. */
    private static final List<String> SCRIPTS = List.of("V001__runs.sql");

    private Migrations() {}

    static void apply(Database database) throws SQLException {
        if (database.read(Migrations::requireKnown) < SCRIPTS.size()) {
            for (int number = 1; number <= SCRIPTS.size(); number++) {
                int version = number;
                database.write(c -> applyIfMissing(c, version));
            }
        }
    }

    /** @return the file's version; one made by a later program is not touched */
    private static long requireKnown(Connection connection) throws SQLException {
        long version = version(connection);
        if (version > SCRIPTS.size()) {
            throw new NewerFile();
        }
        return version;
    }

    static long requireCurrent(Connection connection) throws SQLException {
        if (version(connection) != SCRIPTS.size()) {
            throw new NewerFile();
        }
        return SCRIPTS.size();
    }

    /** Looks again inside the transaction, since a second program may have been first. */
    private static long applyIfMissing(Connection connection, int number) throws SQLException {
        if (version(connection) < number) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : script(SCRIPTS.get(number - 1)).split(";\\s*\n")) {
                    statement.executeUpdate(sql);
                }
                statement.executeUpdate("PRAGMA user_version = " + number);
            }
        }
        return number;
    }

    private static long version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            return rows.getLong(1);
        }
    }

    private static String script(String name) {
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another version of the program wrote this file. */
    static final class NewerFile extends SQLException {
        private static final long serialVersionUID = 1L;

        NewerFile() {
            super("made by another version of the program");
        }
    }
}
