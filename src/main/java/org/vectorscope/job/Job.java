package org.vectorscope.job;

import java.util.concurrent.CompletableFuture;

/** One piece of background work, as those see it who asked for it. Thread-safe. */
public interface Job<T> {
    /** What it is for, as a person would say it ("Vector from sentiment, all layers"). */
    String title();

    JobState state();

    /**
     * Tells {@code listener} the present state at once and every later one. Progress is told at most
     * {@value Jobs#UPDATES_A_SECOND} times a second, a new stage or another kind of state always.
     */
    void listen(JobListener listener);

    /** Calls the work off: at once where it has not begun, else as soon as it asks its monitor. */
    void cancel();

    /**
     * Completes after the last state was told: with the result, with the cause of a failure, or with {@link Cancelled}.
     * Every call gives another future; completing or cancelling it changes nothing.
     */
    CompletableFuture<T> result();
}
