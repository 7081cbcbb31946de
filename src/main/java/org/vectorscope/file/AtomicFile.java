package org.vectorscope.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;

/** Writes a file so that its name never holds half of it: a temporary file beside it, then one move. */
public final class AtomicFile {
    /** Writes the whole content to the stream it is given; the stream is closed for it. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Writes here and there in the file. */
    @FunctionalInterface
    public interface Places {
        void writeTo(FileChannel out) throws IOException;
    }

    private interface Filling {
        void of(Path temporary) throws IOException;
    }

    private AtomicFile() {}

    /** Replaces {@code target} by what {@code content} writes, or leaves it as it was and throws. */
    public static void write(Path target, Content content) throws IOException {
        replace(target, temporary -> {
            try (OutputStream out = new BufferedOutputStream(
                    Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW), 1 << 16)) {
                content.writeTo(out);
            }
        });
    }

    /** As {@link #write}, for content that does not come in the file's order. */
    public static void writePlaces(Path target, Places places) throws IOException {
        replace(target, temporary -> {
            try (FileChannel out =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                places.writeTo(out);
            }
        });
    }

    private static void replace(Path target, Filling filling) throws IOException {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent(), "a file is in a folder");
        Files.createDirectories(folder);
        // not createTempFile: its files are the owner's alone to read, and stay so after the move
        Path temporary = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            filling.of(temporary);
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    public static void write(Path target, String text) throws IOException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
