package org.vectorscope.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vectorscope.cli.bench.BenchJob;
import org.vectorscope.cli.bench.BenchJobs;
import org.vectorscope.cli.bench.Limits;
import org.vectorscope.cli.bench.Peer;
import org.vectorscope.cli.bench.Turns;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.engine.MachineSpeed;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Times fixed jobs (one warm-up, median of three), beside the usual Python way with --peer, and beside"
                        + " what this machine could do at best.")
final class BenchCommand implements Callable<Integer> {
    private static final Set<String> OF_PAIRS = Set.of("extract-200", "sweep-7x50");

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private Output output = new Output();

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "Model-Written Evaluations, for extract-200 and sweep-7x50")
    private @Nullable Path pairs;

    @Option(names = "--jobs", paramLabel = "a,b", description = "only these; all by default")
    private @Nullable String jobs;

    @Option(names = "--peer", paramLabel = "PYTHON", description = "an interpreter with torch and transformers")
    private @Nullable String peer;

    private record Machine(String os, String processor, int cores, long memoryBytes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Report(
            Machine machine,
            String model,
            int threads,
            String dtype,
            Map<String, Turns.Timed> jobs,
            @Nullable JsonNode peer,
            @Nullable Map<String, Double> ratio,
            Limits limits) {}

    @Override
    public Integer call() throws IOException {
        Monitor monitor = output.monitor();
        try (Lab lab = Lab.open();
                OpenModel open = model.open(lab, monitor)) {
            Optional<ContrastSet> set =
                    Optional.ofNullable(pairs).map(file -> lab.contrasts().read(file));
            List<BenchJob> wanted = wanted(new BenchJobs(open, monitor).all(set));
            MachineSpeed speed = lab.models().speed();
            String dtype = open.model().dtype();
            if (peer == null) {
                run(open, wanted, speed, Optional.empty(), monitor);
                return 0;
            }
            monitor.progress("Starting " + peer, 0, 0);
            try (Peer started = Peer.start(
                    peer, open.checkpoint().path(), Optional.ofNullable(pairs), dtype.equals("bf16") ? dtype : "f32")) {
                run(open, wanted, speed, Optional.of(started), monitor);
            }
        }
        return 0;
    }

    private void run(OpenModel open, List<BenchJob> wanted, MachineSpeed speed, Optional<Peer> beside, Monitor monitor)
            throws IOException {
        Turns turns = new Turns(beside, monitor);
        if (!output.isJson()) {
            heading(open, speed);
        }
        turns.run(wanted, output.isJson() ? name -> {} : name -> row(name, speed, turns));
        if (output.isJson()) {
            output.print(report(open, speed, turns, beside.map(Peer::about)));
        }
    }

    private List<BenchJob> wanted(List<BenchJob> all) {
        if (jobs == null) {
            return all;
        }
        List<BenchJob> wanted = new ArrayList<>();
        for (String name : jobs.split(",")) {
            wanted.add(all.stream()
                    .filter(job -> job.name().equals(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> unknown(name.strip(), all)));
        }
        return wanted;
    }

    private static BadInput unknown(String name, List<BenchJob> all) {
        String hint = OF_PAIRS.contains(name) ? " (it needs --pairs)" : "";
        return new BadInput(
                "--jobs",
                "'" + name + "' is not a job" + hint + "; known are "
                        + all.stream().map(BenchJob::name).toList());
    }

    private static Report report(OpenModel open, MachineSpeed speed, Turns turns, Optional<JsonNode> about) {
        return new Report(
                machine(),
                open.name(),
                Runtime.getRuntime().availableProcessors(),
                open.model().dtype(),
                turns.ours(),
                about.map(said -> peer(said, turns)).orElse(null),
                about.isPresent() ? turns.ratios() : null,
                Limits.of(speed, turns));
    }

    private void heading(OpenModel open, MachineSpeed speed) {
        output.line(
                "%s; copies %.1f GB/s, multiplies %.0f GFLOP/s in float32",
                open.model().dtype(), speed.copyBytesPerSecond() / 1e9, speed.matmulFlopsPerSecond() / 1e9);
        output.line("%-14s %9s %9s %8s %8s %8s %9s", "job", "seconds", "× peer", "GB", "passes", "GFLOP", "of limit");
    }

    private void row(String name, MachineSpeed speed, Turns turns) {
        double seconds = turns.seconds(name);
        Limits.Limit limit =
                Limits.of(speed, Objects.requireNonNull(turns.loads().get(name)), seconds);
        Double ratio = turns.ratios().get(name);
        output.line(
                "%-14s %9.3f %9s %8.2f %8.1f %8.0f %7.0f %%",
                name,
                seconds,
                ratio == null ? "–" : String.format(Locale.ROOT, "%.2f", ratio),
                limit.weightBytes() / 1e9,
                limit.passes(),
                limit.flops() / 1e9,
                100 * limit.share());
    }

    /** What the peer says of itself, and its seconds. */
    private static JsonNode peer(JsonNode about, Turns turns) {
        return about.<ObjectNode>deepCopy().set("seconds", Json.mapper().valueToTree(turns.theirs()));
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
