package org.vectorscope.job;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job and the boundary around its work. */
final class RunningJob<T> implements Job<T>, Runnable, Monitor {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final long BETWEEN_UPDATES = 1_000_000_000L / Jobs.UPDATES_A_SECOND;

    private final String title;
    private final Jobs.Work<T> work;
    private final States states;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile boolean calledOff;
    private Rate rate = new Rate("", 0);
    private long lastUpdate;

    RunningJob(String title, Jobs.Work<T> work) {
        this.title = title;
        this.work = work;
        this.states = new States(this);
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public JobState state() {
        return states.current();
    }

    @Override
    public void listen(JobListener listener) {
        states.listen(listener);
    }

    @Override
    public CompletableFuture<T> result() {
        return result.copy();
    }

    @Override
    public void cancel() {
        calledOff = true;
        if (states.replaceQueued(new JobState.Cancelled())) {
            result.completeExceptionally(new Cancelled());
        } else if (state() instanceof JobState.Running) {
            states.set(new JobState.Running("Stopping", OptionalDouble.empty(), Optional.empty()));
        }
    }

    @Override
    public void run() {
        if (!states.replaceQueued(new JobState.Running(title, OptionalDouble.empty(), Optional.empty()))) {
            return;
        }
        long begun = System.nanoTime();
        try {
            T value = work.run(this);
            states.set(new JobState.Done(Duration.ofNanos(System.nanoTime() - begun)));
            result.complete(value);
        } catch (Throwable thrown) {
            end(Problem.unwrapped(thrown));
        }
    }

    private void end(Throwable cause) {
        if (cause instanceof Cancelled) {
            states.set(new JobState.Cancelled());
        } else {
            LOG.error("{} failed", title, cause);
            states.set(new JobState.Failed(Problem.sentence(cause), cause));
        }
        result.completeExceptionally(cause);
    }

    @Override
    public synchronized void progress(String stage, double done, double total) {
        check();
        long now = System.nanoTime();
        boolean sameStage = rate.stage().equals(stage);
        if (!sameStage) {
            rate = new Rate(stage, now);
        }
        OptionalDouble fraction =
                total > 0 ? OptionalDouble.of(Math.clamp(done / total, 0, 1)) : OptionalDouble.empty();
        Optional<Duration> left = rate.left(fraction, now);
        if (!sameStage || now - lastUpdate >= BETWEEN_UPDATES) {
            lastUpdate = now;
            states.setUnless(() -> calledOff, new JobState.Running(stage, fraction, left));
        }
    }

    @Override
    public void check() {
        if (calledOff) {
            throw new Cancelled();
        }
    }
}
