package org.vectorscope.cli.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/**
 * The same jobs done with transformers by a Python interpreter that has it: a process that loads the model once, then
 * does one job for each line it is given, so that ours and theirs can take turns and share the machine's moods.
 */
public final class Peer implements AutoCloseable {
    private final String python;
    private final Path script;
    private final Path errors;
    private final Process process;
    private final Writer in;
    private final BufferedReader out;
    private final JsonNode about;

    private Peer(String python, Path script, Path errors, Process process) throws IOException {
        this.python = python;
        this.script = script;
        this.errors = errors;
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.about = answer();
    }

    /**
     * @param dtype {@code f32} or {@code bf16}
     * @throws BadInput if the interpreter cannot be started, or cannot load the model
     */
    public static Peer start(String python, Path model, Optional<Path> pairs, String dtype) throws IOException {
        Path script = Files.createTempFile("vectorscope-peer", ".py");
        Path errors = Files.createTempFile("vectorscope-peer", ".log");
        boolean started = false;
        try (InputStream text =
                Objects.requireNonNull(Peer.class.getResourceAsStream("/org/vectorscope/cli/peer_speed.py"))) {
            Files.write(script, text.readAllBytes());
            List<String> command =
                    new ArrayList<>(List.of(python, script.toString(), "--model", model.toString(), "--dtype", dtype));
            pairs.ifPresent(file -> command.addAll(List.of("--pairs", file.toString())));
            Process process = launch(python, new ProcessBuilder(command).redirectError(errors.toFile()));
            Peer peer = new Peer(python, script, errors, process);
            started = true;
            return peer;
        } finally {
            if (!started) {
                Files.deleteIfExists(script);
                Files.deleteIfExists(errors);
            }
        }
    }

    private static Process launch(String python, ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new BadInput("--peer", python + " cannot be started");
        }
    }

    /** {@code {"torch", "threads", "dtype"}} */
    public JsonNode about() {
        return about;
    }

    /** Seconds one run of a job takes. */
    public double time(String job) throws IOException {
        try {
            in.write(job + "\n");
            in.flush();
        } catch (IOException e) {
            throw ended();
        }
        return answer().path("seconds").doubleValue();
    }

    private JsonNode answer() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw ended();
        }
        return Json.parse(python, line);
    }

    private BadInput ended() throws IOException {
        process.destroy();
        String last = Files.readString(errors).strip().lines().reduce("", (a, b) -> b);
        return new BadInput("--peer", python + " could not run the jobs: " + last);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        Files.deleteIfExists(script);
        Files.deleteIfExists(errors);
    }
}
