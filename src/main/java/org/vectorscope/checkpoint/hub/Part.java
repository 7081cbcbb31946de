package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * What has come of a file so far, {@code NAME.part}, and beside it the etag of what it is a part of, so that the rest
 * of another file is never put behind it. A fault of the disk is an {@link UncheckedIOException}: no second attempt
 * mends it.
 */
final class Part {
    private static final int LONGEST_ETAG = 256;

    private final Path target;
    private final Path file;
    private final Path etag;

    Part(Path target) {
        this.target = target;
        this.file = target.resolveSibling(target.getFileName() + ".part");
        this.etag = target.resolveSibling(target.getFileName() + ".part.etag");
    }

    Path file() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    long size() {
        try {
            return exists() ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> etag() {
        try {
            return Files.isRegularFile(etag) && Files.size(etag) <= LONGEST_ETAG
                    ? Optional.of(Files.readString(etag).strip()).filter(text -> text.matches("\"[!-~&&[^\"]]*\""))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** From now on it is a part of what has this etag. */
    void of(Optional<String> name) {
        try {
            if (name.isPresent()) {
                Files.writeString(etag, name.get());
            } else {
                Files.deleteIfExists(etag);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(etag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It is whole. */
    void settle() {
        try {
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(etag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends behind the first {@code from} bytes; what lay there is gone. */
    Writer writer(long from) {
        return new Writer(from);
    }

    final class Writer implements AutoCloseable {
        private final FileChannel out;

        private Writer(long from) {
            try {
                out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                out.truncate(from);
                out.position(from);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** @return the size so far */
        long write(List<ByteBuffer> buffers) {
            try {
                for (ByteBuffer buffer : buffers) {
                    while (buffer.hasRemaining()) {
                        out.write(buffer);
                    }
                }
                return out.position();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            try {
                // a file that is moved to its place must be on the disk by then, whatever happens to the machine
                out.force(true);
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
