package org.vectorscope.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vectorscope.cli.bench.BenchJobs;
import org.vectorscope.cli.bench.PeerBench;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Times fixed jobs (one warm-up, median of three), beside the usual Python way with --peer.")
final class BenchCommand implements Callable<Integer> {
    private static final int REPEATS = 3;

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private Output output = new Output();

    @Option(names = "--pairs", paramLabel = "FILE", description = "Model-Written Evaluations, for extract-200")
    private @Nullable Path pairs;

    @Option(names = "--jobs", paramLabel = "a,b", description = "only these; all by default")
    private @Nullable String jobs;

    @Option(names = "--peer", paramLabel = "PYTHON", description = "an interpreter with torch and transformers")
    private @Nullable String peer;

    private record Timed(double seconds, int repeats) {}

    private record Machine(String os, String processor, int cores, long memoryBytes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Report(
            Machine machine,
            String model,
            int threads,
            String dtype,
            Map<String, Timed> jobs,
            @Nullable JsonNode peer,
            @Nullable Map<String, Double> ratio) {}

    @Override
    public Integer call() throws IOException {
        Monitor monitor = output.monitor();
        try (Lab lab = Lab.open();
                OpenModel open = model.open(lab, monitor)) {
            Optional<ContrastSet> set =
                    Optional.ofNullable(pairs).map(file -> lab.contrasts().read(file));
            Map<String, Runnable> wanted = wanted(new BenchJobs(open, monitor).all(set));
            Map<String, Timed> timed = new LinkedHashMap<>();
            wanted.forEach((name, job) -> timed.put(name, time(name, job, monitor)));
            JsonNode theirs = peer == null
                    ? null
                    : new PeerBench(peer).run(open.checkpoint().path(), Optional.ofNullable(pairs), timed.keySet());
            report(open, timed, theirs);
        }
        return 0;
    }

    private Map<String, Runnable> wanted(Map<String, Runnable> all) {
        if (jobs == null) {
            return all;
        }
        Map<String, Runnable> wanted = new LinkedHashMap<>();
        for (String name : jobs.split(",")) {
            Runnable job = all.get(name.strip());
            if (job == null) {
                String hint = name.strip().equals("extract-200") ? " (it needs --pairs)" : "";
                throw new BadInput("--jobs", "'" + name + "' is not a job" + hint + "; known are " + all.keySet());
            }
            wanted.put(name.strip(), job);
        }
        return wanted;
    }

    private static Timed time(String name, Runnable job, Monitor monitor) {
        job.run();
        double[] seconds = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            monitor.progress("Timing " + name, i, REPEATS);
            long start = System.nanoTime();
            job.run();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        Arrays.sort(seconds);
        return new Timed(Math.round(seconds[REPEATS / 2] * 1e4) / 1e4, REPEATS);
    }

    private void report(OpenModel open, Map<String, Timed> timed, @Nullable JsonNode theirs) {
        Map<String, Double> ratio = theirs == null ? null : ratios(timed, theirs);
        int threads = Runtime.getRuntime().availableProcessors();
        String dtype = open.model().dtype();
        if (output.isJson()) {
            output.print(new Report(machine(), open.name(), threads, dtype, timed, theirs, ratio));
            return;
        }
        timed.forEach((name, t) -> output.line(
                "%-16s %8.3f s%s",
                name,
                t.seconds(),
                ratio == null
                        ? ""
                        : String.format(java.util.Locale.ROOT, "   %.2f × the peer's speed", ratio.get(name))));
    }

    private static Map<String, Double> ratios(Map<String, Timed> ours, JsonNode theirs) {
        Map<String, Double> ratios = new LinkedHashMap<>();
        ours.forEach((name, t) ->
                ratios.put(name, Math.round(theirs.at("/seconds").path(name).asDouble() / t.seconds() * 100) / 100.0));
        return ratios;
    }

    private static Machine machine() {
        long memory = ((com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize();
        List<String> os = List.of(System.getProperty("os.name"), System.getProperty("os.version"));
        return new Machine(
                String.join(" ", os),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                memory);
    }
}
