package org.vectorscope.job;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The states of one job and who hears of them. Changes come from any thread; they are queued, and whoever finds the
 * queue unattended delivers, so that listeners hear them in order and no lock is held while they are told.
 */
final class States {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);

    private record Notice(JobListener listener, JobState state) {}

    private final Job<?> job;
    private final List<JobListener> listeners = new ArrayList<>();
    private final Queue<Notice> notices = new ArrayDeque<>();
    private JobState current = new JobState.Queued();
    private boolean delivering;

    States(Job<?> job) {
        this.job = job;
    }

    synchronized JobState current() {
        return current;
    }

    void listen(JobListener listener) {
        synchronized (this) {
            listeners.add(listener);
            notices.add(new Notice(listener, current));
        }
        deliver();
    }

    /** Nothing follows an end. */
    void set(JobState next) {
        setUnless(() -> false, next);
    }

    void setUnless(BooleanSupplier not, JobState next) {
        synchronized (this) {
            if (current.ended() || not.getAsBoolean()) {
                return;
            }
            change(next);
        }
        deliver();
    }

    /** @return whether it was still queued */
    boolean replaceQueued(JobState next) {
        synchronized (this) {
            if (!(current instanceof JobState.Queued)) {
                return false;
            }
            change(next);
        }
        deliver();
        return true;
    }

    private void change(JobState next) {
        current = next;
        listeners.forEach(listener -> notices.add(new Notice(listener, next)));
    }

    private void deliver() {
        for (Notice notice = claim(); notice != null; notice = following()) {
            tell(notice);
        }
    }

    /** A listener that fails must neither end the work nor keep others from hearing. */
    private void tell(Notice notice) {
        try {
            notice.listener().changed(job, notice.state());
        } catch (RuntimeException e) {
            LOG.error("A listener of {} failed", job.title(), e);
        }
    }

    /** The first notice, if nobody else is delivering. */
    private synchronized @Nullable Notice claim() {
        if (delivering || notices.isEmpty()) {
            return null;
        }
        delivering = true;
        return notices.poll();
    }

    private synchronized @Nullable Notice following() {
        delivering = !notices.isEmpty();
        return notices.poll();
    }
}
