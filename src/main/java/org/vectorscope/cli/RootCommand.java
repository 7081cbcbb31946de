package org.vectorscope.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vectorscope.file.BadInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "vectorscope",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A lab for steering vectors in language models. Without a command it opens the window.",
        synopsisSubcommandLabel = "[COMMAND]",
        subcommands = {
            TraceCommand.class,
            VectorCommand.class,
            GeometryCommand.class,
            GenerateCommand.class,
            SweepCommand.class,
            BenchCommand.class,
            TourCommand.class,
            ModelsCommand.class,
            FetchCommand.class,
            RunsCommand.class,
            OpenOrTourCommand.class
        })
final class RootCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "a model or vector file to open in the window")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (file != null && !Files.exists(file)) {
            throw new BadInput(file.toString(), "is neither a command nor a file; see vectorscope --help");
        }
        return WindowLauncher.open(Optional.ofNullable(file));
    }
}
