package org.vectorscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Cancelled;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;

/**
 * Runs one command. Exit status and what a failure prints are promises to scripts: 2 and one line for what the user
 * supplied, 1 and one line for anything else, the stack in the log file and never on the terminal.
 */
public final class CommandLine {
    private static final int OURS = 1;
    private static final int THEIRS = 2;

    private CommandLine() {}

    public static int run(String... arguments) {
        Logs.start();
        return new picocli.CommandLine(new RootCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(wrongOption())
                .setExecutionExceptionHandler(failed())
                .setOut(new PrintWriter(System.out, true))
                .setErr(new PrintWriter(System.err, true))
                .execute(arguments);
    }

    private static IParameterExceptionHandler wrongOption() {
        return (exception, arguments) -> {
            say(exception.getCommandLine(), oneLine(exception.getMessage()));
            return THEIRS;
        };
    }

    private static IExecutionExceptionHandler failed() {
        return (exception, commandLine, parsed) -> {
            switch (exception) {
                case BadInput e -> {
                    say(commandLine, oneLine(e.getMessage()));
                    return THEIRS;
                }
                case NoSuchFileException e -> {
                    say(commandLine, e.getFile() + ": no such file or folder");
                    return THEIRS;
                }
                case Cancelled _ -> {
                    say(commandLine, "cancelled");
                    return OURS;
                }
                default -> {
                    LoggerFactory.getLogger(CommandLine.class).error("command failed", exception);
                    say(
                            commandLine,
                            sentence(exception) + " (details: "
                                    + Logs.file().map(Path::toString).orElse("no log") + ")");
                    return OURS;
                }
            }
        };
    }

    private static String sentence(Exception exception) {
        String message = exception.getMessage() == null ? "" : oneLine(exception.getMessage());
        return switch (exception) {
            case FileSystemException e ->
                e.getFile() + ": " + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason());
            case IOException _ -> message.isEmpty() ? "could not read or write" : message;
            default -> message.isEmpty() ? exception.getClass().getSimpleName() : message;
        };
    }

    private static void say(picocli.CommandLine commandLine, String line) {
        commandLine.getErr().println("vectorscope: " + line);
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
