package org.vectorscope.engine.torch;

import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.vectorscope.checkpoint.family.Slot;
import org.vectorscope.engine.EngineFailure;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

/** Prepares the parts of a model, some side by side: putting a matrix into another order keeps one core busy only. */
final class Packing {
    private static final int MOST = 4;
    private static final int CHECK_MILLIS = 100;

    private final Weights weights;
    private final Monitor monitor;
    private final AtomicBoolean off = new AtomicBoolean();

    Packing(Weights weights, Monitor monitor) {
        this.weights = weights;
        this.monitor = monitor;
    }

    /** @param stage what to tell the monitor @return in their order; the caller closes them */
    List<IValue> of(List<List<Slot>> parts, String stage) {
        int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
        List<Future<IValue>> making = new ArrayList<>();
        List<IValue> made = new ArrayList<>();
        boolean whole = false;
        try (ExecutorService pool = Executors.newFixedThreadPool(
                workers, Thread.ofPlatform().daemon().name("packing").factory())) {
            try {
                for (List<Slot> part : parts) {
                    making.add(pool.submit(() -> one(part)));
                }
                for (Future<IValue> next : making) {
                    monitor.progress(stage, made.size(), parts.size());
                    made.add(await(next));
                }
                whole = true;
                return made;
            } finally {
                off.set(!whole);
            }
        } finally {
            if (!whole) {
                making.stream().filter(m -> m.state() == Future.State.SUCCESS).forEach(m -> m.resultNow()
                        .close());
            }
        }
    }

    private IValue one(List<Slot> part) {
        if (off.get()) {
            throw new Cancelled();
        }
        return weights.tuple(part);
    }

    private IValue await(Future<IValue> next) {
        while (true) {
            monitor.check();
            try {
                return next.get(CHECK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // not yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException fault
                        ? fault
                        : new EngineFailure("the weights could not be prepared", e);
            }
        }
    }
}
