package org.vectorscope.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/** The same jobs done with transformers by a Python interpreter that has it. */
public final class PeerBench {
    private final String python;

    public PeerBench(String python) {
        this.python = python;
    }

    /** @return {@code {"torch", "threads", "seconds": {job: s}}} */
    public JsonNode run(Path model, Optional<Path> pairs, Collection<String> jobs) throws IOException {
        Path script = Files.createTempFile("vectorscope-peer", ".py");
        Path errors = Files.createTempFile("vectorscope-peer", ".log");
        try {
            try (InputStream in =
                    Objects.requireNonNull(PeerBench.class.getResourceAsStream("/org/vectorscope/cli/peer_speed.py"))) {
                Files.write(script, in.readAllBytes());
            }
            return start(script, errors, model, pairs, jobs);
        } finally {
            Files.deleteIfExists(script);
            Files.deleteIfExists(errors);
        }
    }

    private JsonNode start(Path script, Path errors, Path model, Optional<Path> pairs, Collection<String> jobs)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(python, script.toString(), "--model", model.toString()));
        command.addAll(List.of("--jobs", String.join(",", jobs)));
        pairs.ifPresent(file -> command.addAll(List.of("--pairs", file.toString())));
        Process process = launch(new ProcessBuilder(command).redirectError(errors.toFile()));
        try (InputStream out = process.getInputStream()) {
            String printed = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                String last = Files.readString(errors).strip().lines().reduce("", (a, b) -> b);
                throw new BadInput("--peer", python + " could not run the jobs: " + last);
            }
            return Json.parse(python, printed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the peer was running", e);
        } finally {
            process.destroy();
        }
    }

    private Process launch(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new BadInput("--peer", python + " cannot be started");
        }
    }
}
