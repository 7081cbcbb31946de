package org.vectorscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "open-or-tour",
        hidden = true,
        description = "What the build starts: the window where there is a display, else the tour into a folder.")
final class OpenOrTourCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        return WindowLauncher.hasDisplay()
                ? WindowLauncher.open(Optional.empty())
                : TourCommand.run(folder, new ModelOptions(), new Output());
    }
}
