package org.vectorscope.job;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Where a job stands: a snapshot that never changes. */
public sealed interface JobState {
    /** Waits for those before it. */
    record Queued() implements JobState {}

    /**
     * @param stage what is being done, as a person would say it
     * @param fraction 0 to 1 of this stage; empty where it is not known
     * @param left estimated from the rate measured in this stage; empty in its first second
     */
    record Running(String stage, OptionalDouble fraction, Optional<Duration> left) implements JobState {}

    record Done(Duration took) implements JobState {}

    /** @param message one sentence for the person; the log has the cause with its stack */
    record Failed(String message, Throwable cause) implements JobState {}

    record Cancelled() implements JobState {}

    default boolean ended() {
        return !(this instanceof Queued) && !(this instanceof Running);
    }
}
