package org.vectorscope.job;

/** Hears of the states of a job, in their order, never two at a time. Called from any thread; must return at once. */
@FunctionalInterface
public interface JobListener {
    void changed(Job<?> job, JobState state);
}
