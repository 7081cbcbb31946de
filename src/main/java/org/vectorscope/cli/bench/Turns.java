package org.vectorscope.cli.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.vectorscope.job.Monitor;

/**
 * Times jobs, and the peer's in turn with ours, so that what else the machine does hits both. One warm-up, then the
 * median of three; of the peer's slow jobs, one run.
 */
public final class Turns {
    private static final int REPEATS = 3;

    private final Optional<Peer> peer;
    private final Monitor monitor;
    private final Map<String, Timed> ours = new LinkedHashMap<>();
    private final Map<String, Double> theirs = new LinkedHashMap<>();
    private final Map<String, Load> loads = new LinkedHashMap<>();

    public Turns(Optional<Peer> peer, Monitor monitor) {
        this.peer = peer;
        this.monitor = monitor;
    }

    /** @param seconds the median */
    public record Timed(double seconds, int repeats) {}

    /** @param ended given the name of every job as soon as it is timed: a long run that is broken off is not lost */
    public void run(List<BenchJob> jobs, Consumer<String> ended) throws IOException {
        for (BenchJob job : jobs) {
            monitor.progress("Warming up " + job.name(), 0, REPEATS);
            job.work().run();
            double[] seconds = new double[REPEATS];
            double[] peerSeconds = new double[job.peerRepeats()];
            for (int i = 0; i < REPEATS; i++) {
                monitor.check();
                monitor.progress("Timing " + job.name(), i, REPEATS);
                seconds[i] = time(job.work());
                if (peer.isPresent() && i < peerSeconds.length) {
                    peerSeconds[i] = peer.get().time(job.name());
                }
            }
            ours.put(job.name(), new Timed(median(seconds), REPEATS));
            peer.ifPresent(p -> theirs.put(job.name(), median(peerSeconds)));
            loads.put(job.name(), job.load().get());
            ended.accept(job.name());
        }
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return Math.round(sorted[sorted.length / 2] * 1e4) / 1e4;
    }

    public Map<String, Timed> ours() {
        return ours;
    }

    /** Ours, the median. */
    public double seconds(String job) {
        return Objects.requireNonNull(ours.get(job), job).seconds();
    }

    /** Seconds of the peer; empty without one. */
    public Map<String, Double> theirs() {
        return theirs;
    }

    public Map<String, Load> loads() {
        return loads;
    }

    /** How many times the peer's speed ours is. */
    public Map<String, Double> ratios() {
        Map<String, Double> ratios = new LinkedHashMap<>();
        theirs.forEach((name, seconds) -> ratios.put(name, Math.round(seconds / seconds(name) * 100) / 100.0));
        return ratios;
    }
}
