package org.vectorscope.engine.torch.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.vectorscope.job.Cancelled;
import org.vectorscope.job.Monitor;

/**
 * Loads a PyTorch folder in a process of its own and computes a little on the GPU there. Whatever it does to that
 * process, this one goes on.
 */
public final class RuntimeTrial {
    /** The command of this program that is the other side, hidden from people. */
    public static final String COMMAND = "try-runtime";
    /** What its line begins with where all went well, and where not. */
    public static final String FINE = "runtime works: ";

    public static final String FAULTY = "runtime fails: ";

    /** Loading takes 3 to 10 seconds; a GPU that sleeps takes longer to wake. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private RuntimeTrial() {}

    /** @return why it cannot be used, one sentence without its path; empty if it computes */
    public static Optional<String> of(PytorchFolder folder, Monitor monitor) {
        List<String> command = Relaunch.command(List.of(COMMAND, folder.root().toString()));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return verdict(process, monitor);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return Optional.of("could not be tried in a process of its own (" + e.getMessage() + ")");
        }
    }

    private static Optional<String> verdict(Process process, Monitor monitor) throws IOException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
                monitor.check();
                if (System.nanoTime() > until) {
                    return Optional.of("does not answer within " + PATIENCE.toSeconds() + " seconds");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(FINE)) {
                    return Optional.empty();
                }
                if (line.startsWith(FAULTY)) {
                    return Optional.of(line.substring(FAULTY.length()));
                }
            }
        }
        return Optional.of("ends the process that loads it (exit " + process.exitValue() + ")");
    }
}
