package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

/** One process, and one thread in it, fetches a model at a time; the others wait. */
final class FetchLock implements AutoCloseable {
    private static final int CHECK_MILLIS = 50;

    private final FileChannel channel;
    private final FileLock lock;

    private FetchLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static FetchLock on(Path file, Monitor monitor) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        while (true) {
            monitor.check();
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = attempt(channel);
            if (lock != null) {
                return new FetchLock(channel, lock);
            }
            channel.close();
            monitor.progress("Waiting for another window that is fetching this", 0, 0);
            pause();
        }
    }

    private static @Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(CHECK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}
