package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vectorscope.file.AtomicFile;

/** The person's own word that nothing is to be fetched: the file {@code offline} in the data folder, while it is there. */
final class OfflineSwitch {
    private final Path file;

    OfflineSwitch(DataFolder folder) {
        this.file = folder.root().resolve("offline");
    }

    boolean isOn() {
        return Files.exists(file);
    }

    void set(boolean on) throws IOException {
        if (on) {
            AtomicFile.write(file, "Nothing is fetched while this file is here.\n");
        } else {
            Files.deleteIfExists(file);
        }
    }
}
