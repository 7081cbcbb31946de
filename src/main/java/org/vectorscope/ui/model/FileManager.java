package org.vectorscope.ui.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.vectorscope.ui.common.ScreenContext;

/** Opens a folder in the file manager of the desktop. */
final class FileManager {
    private FileManager() {}

    static void show(Path path, ScreenContext context) {
        Path folder = Files.isDirectory(path)
                ? path
                : Objects.requireNonNull(path.toAbsolutePath().getParent());
        try {
            new ProcessBuilder(List.of(opener(), folder.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            context.shell().say("It is in " + folder);
        }
    }

    private static String opener() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return "explorer";
        }
        return system.startsWith("mac") ? "open" : "xdg-open";
    }
}
