package org.vectorscope.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/** Opening the file whatever state it is in: every fault ends in a sentence, none in an exception. */
final class StoreFile {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);

    /** Up to here a check of every page takes well under a second. */
    private static final long CHECKED_WHOLE = 256L << 20;

    private final Path file;
    private final Consumer<String> notices;

    StoreFile(Path file, Consumer<String> notices) {
        this.file = file;
        this.notices = notices;
    }

    /** Empty where results can be kept in memory only. */
    Optional<Database> open() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Optional.of(openChecked());
        } catch (IOException e) {
            notices.accept(file.toAbsolutePath().getParent() + " cannot be used (" + e.getMessage() + "): "
                    + Trouble.IN_MEMORY);
            return Optional.empty();
        } catch (SQLException e) {
            LOG.warn("{} cannot be opened", file, e);
            return openOtherwise(e);
        }
    }

    private Optional<Database> openOtherwise(SQLException fault) {
        if (Trouble.isDamage(fault)) {
            return beginAnew();
        }
        notices.accept(Trouble.sentence(file, fault));
        if (fault instanceof Migrations.NewerFile || !Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Database.openReadOnly(file));
        } catch (SQLException e) {
            LOG.warn("{} cannot be read either", file, e);
            return Optional.empty();
        }
    }

    private Optional<Database> beginAnew() {
        try {
            Path aside = setAside();
            notices.accept(file.getFileName() + " was damaged and is now " + aside.getFileName()
                    + "; a new one was begun, and what it held will be computed again when asked for.");
            return Optional.of(openChecked());
        } catch (IOException | SQLException e) {
            LOG.warn("{} cannot be replaced", file, e);
            notices.accept(file + " is damaged and cannot be replaced: " + Trouble.IN_MEMORY);
            return Optional.empty();
        }
    }

    private Database openChecked() throws SQLException, IOException {
        boolean whole = Files.exists(mark()) || !Files.exists(file) || Files.size(file) <= CHECKED_WHOLE;
        Database database = Database.open(file);
        try {
            for (String part : whole ? new String[] {"1"} : new String[] {"run", "uses", "setting"}) {
                database.read(c -> check(c, part));
            }
            Files.deleteIfExists(mark());
            return database;
        } catch (SQLException | IOException e) {
            database.close();
            throw e;
        }
    }

    private static String check(Connection connection, String part) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA quick_check(" + part + ")")) {
            String verdict = rows.next() ? rows.getString(1) : "no verdict";
            if (!verdict.equals("ok")) {
                throw new SQLException(verdict, null, SQLiteErrorCode.SQLITE_CORRUPT.code);
            }
            return verdict;
        }
    }

    /** Has the next start check the whole file. */
    void suspect() {
        try {
            Files.writeString(mark(), "This file is to be checked at the next start.\n");
        } catch (IOException e) {
            LOG.warn("{} cannot be marked for a check", file, e);
        }
    }

    private Path mark() {
        return file.resolveSibling(file.getFileName() + "-check");
    }

    private Path setAside() throws IOException {
        String stamp = STAMP.format(Instant.now().atZone(ZoneId.systemDefault()));
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + stamp);
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        for (String ending : new String[] {"-wal", "-shm"}) {
            Path part = file.resolveSibling(file.getFileName() + ending);
            if (Files.exists(part)) {
                Files.move(
                        part, aside.resolveSibling(aside.getFileName() + ending), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return aside;
    }
}
