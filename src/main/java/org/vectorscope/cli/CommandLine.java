package org.vectorscope.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Cancelled;
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
        return arguments.length == 0 ? window() : command(arguments);
    }

    /** Past the reading of options and the loading of every command: people wait for the window. */
    private static int window() {
        try {
            return WindowLauncher.open(Optional.empty());
        } catch (RuntimeException | IOException e) {
            return failed(e, new PrintWriter(System.err, true));
        }
    }

    private static int command(String... arguments) {
        return new picocli.CommandLine(new RootCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(wrongOption())
                .setExecutionExceptionHandler((e, commandLine, parsed) -> failed(e, commandLine.getErr()))
                .setOut(new PrintWriter(System.out, true))
                .setErr(new PrintWriter(System.err, true))
                .execute(arguments);
    }

    private static IParameterExceptionHandler wrongOption() {
        return (exception, arguments) -> {
            say(exception.getCommandLine().getErr(), oneLine(exception.getMessage()));
            return THEIRS;
        };
    }

    private static int failed(Exception exception, PrintWriter err) {
        switch (exception) {
            case BadInput e -> {
                say(err, oneLine(e.getMessage()));
                return THEIRS;
            }
            case NoSuchFileException e -> {
                say(err, e.getFile() + ": no such file or folder");
                return THEIRS;
            }
            case Cancelled _ -> {
                say(err, "cancelled");
                return OURS;
            }
            default -> {
                LoggerFactory.getLogger(CommandLine.class).error("command failed", exception);
                String log = Logs.file().map(Path::toString).orElse("no log");
                say(err, sentence(exception) + " (details: " + log + ")");
                return OURS;
            }
        }
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

    private static void say(PrintWriter err, String line) {
        err.println("vectorscope: " + line);
    }

    private static String oneLine(@Nullable String message) {
        return String.valueOf(message).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
