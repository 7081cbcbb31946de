package org.vectorscope.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The queue of background jobs. Engine jobs run one at a time in the order in which they were submitted; light jobs
 * (reading files, drawing figures, looking into the store) run beside them. All threads are daemons.
 */
public final class Jobs implements AutoCloseable {
    static final int UPDATES_A_SECOND = 30;

    private static final int LIGHT_THREADS = 3;
    private static final int SECONDS_TO_STOP = 2;

    /** Which thread a job runs on. */
    public enum Lane {
        /** Uses the model: one after the other. */
        ENGINE,
        /** Does not. */
        LIGHT
    }

    /** What a job does. Whatever it throws ends up as the job's failure. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Monitor monitor) throws Exception;
    }

    private final Executor engine;
    private final Executor light;
    private final List<ExecutorService> owned;
    private final List<Job<?>> unended = new CopyOnWriteArrayList<>();
    private final List<JobListener> listeners = new CopyOnWriteArrayList<>();

    public Jobs() {
        this(
                Executors.newSingleThreadExecutor(daemons("vectorscope-engine-job")),
                Executors.newFixedThreadPool(LIGHT_THREADS, daemons("vectorscope-light-job")));
    }

    private Jobs(ExecutorService engine, ExecutorService light) {
        this(engine, light, List.of(engine, light));
    }

    private Jobs(Executor engine, Executor light, List<ExecutorService> owned) {
        this.engine = engine;
        this.light = light;
        this.owned = owned;
    }

    /** A twin that runs each job before {@link #submit} returns, for tests and the command line. */
    public static Jobs onCallersThread() {
        return new Jobs(Runnable::run, Runnable::run, List.of());
    }

    public <T> Job<T> submit(Lane lane, String title, Work<T> work) {
        RunningJob<T> job = new RunningJob<>(title, work);
        unended.add(job);
        job.listen((j, state) -> {
            if (state.ended()) {
                unended.remove(j);
            }
        });
        listeners.forEach(job::listen);
        (lane == Lane.ENGINE ? engine : light).execute(job);
        return job;
    }

    /** Queued and running jobs, in the order in which they were submitted. */
    public List<Job<?>> unended() {
        return List.copyOf(unended);
    }

    /** Hears of every state of every job submitted from now on. */
    public void listen(JobListener listener) {
        listeners.add(listener);
    }

    /** Calls off what is queued or running, and waits a moment for it to stop. */
    @Override
    public void close() {
        unended.forEach(Job::cancel);
        owned.forEach(ExecutorService::shutdown);
        try {
            for (ExecutorService threads : owned) {
                threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
