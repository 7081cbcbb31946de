package org.vectorscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vectorscope.checkpoint.hub.DataFolder;

/** Where the program writes what went wrong in detail: one file in the data folder, none if it cannot be written. */
final class Logs {
    /** Read by {@link LogFile}, which logging makes by itself. */
    private static final String PROPERTY = "vectorscope.log";

    private static final String NAME = "vectorscope.log";

    private Logs() {}

    /** To be called before the first logger is asked for. */
    static void start() {
        Path folder = DataFolder.standard().logs();
        try {
            Files.createDirectories(folder);
            System.setProperty(PROPERTY, folder.resolve(NAME).toString());
        } catch (IOException e) {
            System.setProperty(PROPERTY, elsewhere());
        }
    }

    /** The file, whether or not there is anything in it yet. */
    static String path() {
        return System.getProperty(PROPERTY, elsewhere());
    }

    private static String elsewhere() {
        return Path.of(System.getProperty("java.io.tmpdir"), NAME).toString();
    }

    static Optional<Path> file() {
        return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).filter(Files::exists);
    }
}
