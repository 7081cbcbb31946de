package org.vectorscope.store;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** What SQLite's faults mean for a person. */
final class Trouble {
    static final String IN_MEMORY = "new results stay in memory until the program ends.";

    private static final int PRIMARY = 0xff;

    private Trouble() {}

    static boolean isDamage(SQLException e) {
        SQLiteErrorCode code = code(e);
        return code == SQLiteErrorCode.SQLITE_CORRUPT || code == SQLiteErrorCode.SQLITE_NOTADB;
    }

    static String sentence(Path file, SQLException e) {
        if (e instanceof Migrations.NewerFile) {
            return file + " was " + e.getMessage() + " and is left as it is: " + IN_MEMORY;
        }
        return switch (code(e)) {
            case SQLITE_FULL -> "The disk is full: " + IN_MEMORY;
            case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH ->
                file + " cannot be written: " + IN_MEMORY;
            case SQLITE_BUSY, SQLITE_LOCKED -> "Another program is holding " + file + ": " + IN_MEMORY;
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                file + " is damaged and will be checked at the next start: " + IN_MEMORY;
            default -> file + " cannot be used (" + e.getMessage() + "): " + IN_MEMORY;
        };
    }

    /** The primary code: an extended one carries more in its upper bytes. */
    private static SQLiteErrorCode code(SQLException e) {
        return SQLiteErrorCode.getErrorCode(e.getErrorCode() & PRIMARY);
    }
}
