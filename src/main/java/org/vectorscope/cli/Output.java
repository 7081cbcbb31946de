package org.vectorscope.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vectorscope.file.Json;
import org.vectorscope.job.Monitor;
import picocli.CommandLine.Option;

/** What commands print: results to standard output, progress to standard error where somebody is there to see it. */
final class Output {
    private static final long EVERY = 200_000_000L;

    @Option(names = "--json", description = "print one JSON document to standard output")
    private boolean json;

    @Option(names = "--progress", description = "report progress even where standard error is no terminal")
    private boolean progress;

    boolean isJson() {
        return json;
    }

    /** One document, however long, in one go. */
    void print(Object document) {
        System.out.println(Json.pretty(document));
    }

    void line(String format, @Nullable Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Something to know that is no failure. */
    void warn(String sentence) {
        System.err.println("vectorscope: " + sentence);
    }

    Monitor monitor() {
        return progress || System.console() != null && System.console().isTerminal()
                ? new Reporting(System.err)
                : Monitor.NONE;
    }

    /** Overwrites one line, at most five times a second. */
    private static final class Reporting implements Monitor {
        private final PrintStream out;
        private String stage = "";
        private long last;

        Reporting(PrintStream out) {
            this.out = out;
        }

        @Override
        public synchronized void progress(String now, double done, double total) {
            boolean finished = total > 0 && done >= total;
            long time = System.nanoTime();
            if (now.equals(stage) && !finished && time - last < EVERY) {
                return;
            }
            last = time;
            stage = now;
            String share = total > 0 ? String.format(Locale.ROOT, " %3.0f %%", 100 * done / total) : "";
            out.print("\r\u001b[K" + now + share + (finished ? "\n" : ""));
            out.flush();
        }

        @Override
        public void check() {}
    }
}
