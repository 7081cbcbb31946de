package org.vectorscope.ui.common;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Job;
import org.vectorscope.job.JobState;
import org.vectorscope.job.Jobs;
import org.vectorscope.job.Problem;

/**
 * Background jobs as the window sees them: all states arrive on the JavaFX thread, and of those that pile up only the
 * last is told.
 */
public final class FxJobs {
    private final Jobs jobs;
    private final ObservableList<JobLine> running = FXCollections.observableArrayList();
    private final Set<Job<?>> quiet = Collections.newSetFromMap(new WeakHashMap<>());
    private final ObjectProperty<Optional<JobLine>> lastEnded = new SimpleObjectProperty<>(Optional.empty());

    public FxJobs(Jobs jobs) {
        this.jobs = jobs;
        jobs.listen((job, state) -> Platform.runLater(() -> lineOf(job)));
    }

    /** Queued and running jobs, oldest first. */
    public ObservableList<JobLine> running() {
        return running;
    }

    /** What Cancel without a name means: the oldest that runs, else the oldest that waits. */
    public Optional<JobLine> first() {
        return running.stream()
                .filter(line -> line.state().get() instanceof JobState.Running)
                .findFirst()
                .or(() -> running.stream().findFirst());
    }

    /** What ended last, for the status bar. */
    public ReadOnlyObjectProperty<Optional<JobLine>> lastEnded() {
        return lastEnded;
    }

    /** Runs work off the JavaFX thread and hands over the result on it. A cancelled job calls neither. */
    public <T> Job<T> run(Jobs.Lane lane, String title, Jobs.Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
        return run(lane, title, work, done, failed, () -> {});
    }

    private static <T> void tell(T value, @Nullable Throwable thrown, Consumer<T> done, Consumer<Failure> failed) {
        if (thrown == null) {
            done.accept(value);
        } else if (!(Problem.unwrapped(thrown) instanceof Cancelled)) {
            failed.accept(Failure.of(thrown));
        }
    }

    /** As {@link #run}, for a glance at what is there already: not shown among the jobs. */
    public <T> Job<T> ask(String title, Jobs.Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
        return ask(Jobs.Lane.LIGHT, title, work, done, failed);
    }

    /** The same in another lane. */
    public <T> Job<T> ask(Jobs.Lane lane, String title, Jobs.Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
        Job<T> job = run(lane, title, work, done, failed);
        quiet.add(job);
        return job;
    }

    /** As {@link #run}, and {@code always} afterwards, however it ended. */
    public <T> Job<T> run(
            Jobs.Lane lane,
            String title,
            Jobs.Work<T> work,
            Consumer<T> done,
            Consumer<Failure> failed,
            Runnable always) {
        Job<T> job = jobs.submit(lane, title, work);
        job.result()
                .whenComplete((value, thrown) -> Platform.runLater(() -> {
                    try {
                        tell(value, thrown, done, failed);
                    } finally {
                        always.run();
                    }
                }));
        return job;
    }

    private void lineOf(Job<?> job) {
        for (JobLine line : running) {
            if (line.job() == job) {
                return;
            }
        }
        if (quiet.contains(job) || job.state().ended()) {
            return;
        }
        JobLine line = new JobLine(job);
        running.add(line);
        AtomicReference<@Nullable JobState> pending = new AtomicReference<>();
        job.listen((j, state) -> {
            if (pending.getAndSet(state) == null) {
                Platform.runLater(() -> tell(line, pending.getAndSet(null)));
            }
        });
    }

    private void tell(JobLine line, @Nullable JobState state) {
        if (state == null) {
            return;
        }
        line.state().set(state);
        if (state.ended()) {
            running.remove(line);
            lastEnded.set(Optional.of(line));
        }
    }
}
