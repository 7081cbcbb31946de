package org.vectorscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.engine.torch.runtime.Relaunch;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.LabApp;

/** Opens the window. */
final class WindowLauncher {
    private WindowLauncher() {}

    static int open(Optional<Path> file) throws IOException {
        DataFolder folder = DataFolder.standard();
        boolean again;
        try (LabApp app = LabApp.start(folder);
                Lab lab = Lab.open(folder)) {
            again = app.show(lab, file);
        }
        if (again) {
            new ProcessBuilder(Relaunch.command(List.of())).inheritIO().start();
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
