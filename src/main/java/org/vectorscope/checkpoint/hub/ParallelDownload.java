package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

/** The files of a repository, several at a time. The first that fails, or a cancellation, ends them all. */
final class ParallelDownload {
    private static final int AT_ONCE = 4;
    private static final int CHECK_MILLIS = 50;

    /** Brings one file. */
    @FunctionalInterface
    interface Bringing {
        void bring(RemoteFile file, Path target, Monitor monitor, FileDownload.Progress progress) throws IOException;
    }

    private final List<RemoteFile> files;
    private final AtomicLongArray came;
    private final String stage;
    private final Monitor monitor;
    private final long total;
    private volatile boolean over;

    ParallelDownload(List<RemoteFile> files, String stage, Monitor monitor) {
        this.files = files;
        this.came = new AtomicLongArray(files.size());
        this.stage = stage;
        this.monitor = monitor;
        this.total = files.stream().mapToLong(file -> file.size().orElse(0)).sum();
    }

    /** Each file into {@code folder}, by its name without the folders it had on the hub. */
    void run(Path folder, Bringing bringing) throws IOException {
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(AT_ONCE, files.size()))) {
            ExecutorCompletionService<Void> coming = new ExecutorCompletionService<>(threads);
            for (int i = 0; i < files.size(); i++) {
                int index = i;
                coming.submit(() -> {
                    RemoteFile file = files.get(index);
                    bringing.bring(file, folder.resolve(file.name()), told(), bytes -> count(index, bytes));
                    return null;
                });
            }
            try {
                for (int left = files.size(); left > 0; ) {
                    monitor.check();
                    left -= one(coming) ? 1 : 0;
                }
            } finally {
                over = true;
            }
        }
    }

    private static boolean one(ExecutorCompletionService<Void> coming) throws IOException {
        try {
            @Nullable Future<Void> done = coming.poll(CHECK_MILLIS, TimeUnit.MILLISECONDS);
            if (done != null) {
                done.get();
            }
            return done != null;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException fault -> throw fault;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private void count(int index, long bytes) {
        came.set(index, bytes);
        long all = 0;
        for (int i = 0; i < came.length(); i++) {
            all += came.get(i);
        }
        if (!over) {
            monitor.progress(stage, all, total);
        }
    }

    /** What each of the threads sees of the one who watches. */
    private Monitor told() {
        return new Monitor() {
            @Override
            public void progress(String now, double done, double of) {
                if (!over) {
                    monitor.progress(now, done, of);
                }
            }

            @Override
            public void check() {
                if (over) {
                    throw new Cancelled();
                }
                monitor.check();
            }
        };
    }
}
