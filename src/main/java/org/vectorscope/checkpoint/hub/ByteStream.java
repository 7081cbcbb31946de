package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

/**
 * The body of an answer, read so that a pause is noticed and a cancellation acts at once: {@code java.net.http} has no
 * time limit for the body itself.
 */
final class ByteStream implements HttpResponse.BodySubscriber<ByteStream>, AutoCloseable {
    private static final int AHEAD = 8;
    private static final int CHECK_MILLIS = 50;

    private sealed interface Signal {}

    private record Bytes(List<ByteBuffer> buffers) implements Signal {}

    private record End() implements Signal {}

    private record Broken(Throwable cause) implements Signal {}

    private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private Flow.@Nullable Subscription subscription;
    private boolean closed;

    @Override
    public CompletionStage<ByteStream> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        signals.add(new Bytes(buffers));
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Broken(cause));
    }

    @Override
    public void onComplete() {
        signals.add(new End());
    }

    /**
     * The next bytes; empty at the end.
     *
     * @throws IOException if the line was cut, or nothing came for {@code stall}
     */
    Optional<List<ByteBuffer>> next(Duration stall, Monitor monitor) throws IOException {
        long patience = System.nanoTime() + stall.toNanos();
        while (true) {
            monitor.check();
            @Nullable Signal signal = poll();
            if (signal == null && System.nanoTime() > patience) {
                throw new IOException("nothing came for " + stall.toSeconds() + " s");
            }
            switch (signal) {
                case Bytes bytes -> {
                    more();
                    return Optional.of(bytes.buffers());
                }
                case End end -> {
                    return Optional.empty();
                }
                case Broken broken -> throw new IOException("the line was cut", broken.cause());
                case null -> {}
            }
        }
    }

    private @Nullable Signal poll() {
        try {
            return signals.poll(CHECK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private synchronized void more() {
        if (subscription != null) {
            subscription.request(1);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
