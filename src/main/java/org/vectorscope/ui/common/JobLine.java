package org.vectorscope.ui.common;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vectorscope.job.Job;
import org.vectorscope.job.JobState;

/** One job and its state, on the JavaFX thread. */
public final class JobLine {
    private final Job<?> job;
    private final ObjectProperty<JobState> state;

    JobLine(Job<?> job) {
        this.job = job;
        this.state = new SimpleObjectProperty<>(job.state());
    }

    public Job<?> job() {
        return job;
    }

    public ObjectProperty<JobState> state() {
        return state;
    }

    /** Share done; negative where it is not known, as progress bars take it. */
    public double fraction() {
        return state.get() instanceof JobState.Running running
                ? running.fraction().orElse(-1)
                : state.get().ended() ? 1 : -1;
    }

    /** What it is doing; empty where that says no more than the title. */
    public String stage() {
        return switch (state.get()) {
            case JobState.Queued q -> "waits for the job before it";
            case JobState.Running r -> r.stage().equals(job.title()) ? "" : r.stage();
            case JobState.Done d -> "in " + Formats.time(d.took());
            case JobState.Failed f -> f.message();
            case JobState.Cancelled c -> "cancelled";
        };
    }

    public Optional<String> timeLeft() {
        return state.get() instanceof JobState.Running running
                ? running.left().map(left -> Formats.time(left) + " left")
                : Optional.empty();
    }
}
