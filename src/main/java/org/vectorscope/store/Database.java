package org.vectorscope.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** One connection, used by one thread at a time. */
final class Database implements AutoCloseable {
    private static final int WAIT_FOR_OTHERS_MS = 5_000;
    private static final int PAGE_BYTES = 16_384;

    /** Reads or changes something over a connection. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final Connection connection;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** Opens or creates the file, and brings its tables up to date. */
    static Database open(Path file) throws SQLException {
        return migrated(common().createConnection("jdbc:sqlite:" + file));
    }

    /** Opens a file that cannot be written, as it was when it was last closed. */
    static Database openReadOnly(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Database database = new Database(config.createConnection("jdbc:sqlite:" + file.toUri() + "?immutable=1"));
        database.read(c -> Migrations.requireCurrent(c));
        return database;
    }

    static Database inMemory() throws SQLException {
        return migrated(common().createConnection("jdbc:sqlite::memory:"));
    }

    private static SQLiteConfig common() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(WAIT_FOR_OTHERS_MS);
        config.enforceForeignKeys(true);
        config.setSynchronous(SynchronousMode.FULL);
        return config;
    }

    private static Database migrated(Connection connection) throws SQLException {
        Database database = new Database(connection);
        try {
            database.layOut();
            Migrations.apply(database);
            return database;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** Page size and vacuum must be chosen before the first table, which the journal mode's change would write. */
    private void layOut() throws SQLException {
        execute("PRAGMA page_size = " + PAGE_BYTES);
        execute("PRAGMA auto_vacuum = INCREMENTAL");
        execute("PRAGMA journal_mode = WAL");
    }

    synchronized <T> T read(Work<T> work) throws SQLException {
        return work.on(connection);
    }

    /** All of it or nothing. */
    synchronized <T> T write(Work<T> work) throws SQLException {
        execute("BEGIN IMMEDIATE");
        try {
            T value = work.on(connection);
            execute("COMMIT");
            return value;
        } catch (SQLException | RuntimeException e) {
            rollBack(e);
            throw e;
        }
    }

    /** After some faults (a full disk) SQLite has rolled back already and says so. */
    private void rollBack(Exception reason) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Gives pages of deleted rows back to the disk, a few at a time: one statement a page, since the driver takes but
     * one step of a pragma that has no columns.
     *
     * @return whether there are more
     */
    boolean giveBack(int pages) throws SQLException {
        long free = pragma("freelist_count");
        if (free == 0) {
            return false;
        }
        long now = Math.min(free, pages);
        write(c -> {
            for (long page = 0; page < now; page++) {
                execute("PRAGMA incremental_vacuum(1)");
            }
            return now;
        });
        return pragma("freelist_count") < free;
    }

    private synchronized long pragma(String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.getLong(1);
        }
    }

    /** Has SQLite refuse every page more, as it does on a full disk. */
    void growNoMore() throws SQLException {
        pragma("max_page_count = 1");
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
