package org.vectorscope.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What went wrong, in one sentence for a person. */
public final class Problem {
    private Problem() {}

    public static String sentence(Throwable thrown) {
        Throwable cause = unwrapped(thrown);
        String message = cause.getMessage() == null
                ? ""
                : cause.getMessage().lines().findFirst().orElse("");
        return switch (cause) {
            case NoSuchFileException e -> e.getFile() + ": there is no such file";
            case AccessDeniedException e -> e.getFile() + ": may not be read or written";
            case FileSystemException e when e.getReason() != null -> e.getFile() + ": " + e.getReason();
            case IOException e -> message.isBlank() ? "A file could not be read or written" : message;
            case OutOfMemoryError e -> "There was not enough memory for this (" + message + ")";
            default -> isOurs(cause) && !message.isBlank() ? message : internal(cause, message);
        };
    }

    /** The cause itself, out of what futures and streams wrap around it. */
    public static Throwable unwrapped(Throwable thrown) {
        boolean wrapper = thrown instanceof CompletionException
                || thrown instanceof ExecutionException
                || thrown instanceof UncheckedIOException;
        Throwable cause = thrown.getCause();
        return wrapper && cause != null ? unwrapped(cause) : thrown;
    }

    /** Messages of our own exceptions are written for people; those of libraries are not. */
    private static boolean isOurs(Throwable cause) {
        return cause.getClass().getName().startsWith("org.vectorscope.");
    }

    private static String internal(Throwable cause, String message) {
        String name = cause.getClass().getSimpleName();
        return "A fault in the program itself (" + (message.isBlank() ? name : name + ": " + message) + ")";
    }
}
