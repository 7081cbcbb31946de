package org.vectorscope.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A thread of its own for what nobody should wait for; many requests before it begins are one. */
final class Tidying implements AutoCloseable {
    private static final int SECONDS_TO_STOP = 2;

    private final Runnable work;
    private final AtomicBoolean requested = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "vectorscope-store");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile boolean closed;

    Tidying(Runnable work) {
        this.work = work;
    }

    synchronized void request() {
        if (!closed && requested.compareAndSet(false, true)) {
            thread.execute(() -> {
                requested.set(false);
                work.run();
            });
        }
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            thread.shutdown();
        }
        try {
            thread.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
