package org.vectorscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.LabApp;

/** Opens the window. */
final class WindowLauncher {
    private WindowLauncher() {}

    static int open(Optional<Path> file) {
        try (Lab lab = Lab.open()) {
            LabApp.open(lab, file);
        }
        return 0;
    }

    /** On Linux a window needs X11 or Wayland (through X11); elsewhere there is always one. */
    static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name", "").startsWith("Linux");
        String display = System.getenv("DISPLAY");
        return !linux || display != null && !display.isBlank();
    }
}
