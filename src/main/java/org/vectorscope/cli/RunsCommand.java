package org.vectorscope.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.vectorscope.file.BadInput;
import org.vectorscope.lab.Lab;
import org.vectorscope.store.Run;
import org.vectorscope.store.RunFilter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists what the cache holds, newest first.",
        subcommands = RunsCommand.Delete.class)
final class RunsCommand implements Callable<Integer> {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    @Mixin
    private Output output = new Output();

    private record Listed(
            String id,
            String kind,
            String title,
            String layers,
            long n,
            double seconds,
            long bytes,
            String created,
            boolean saved,
            JsonNode recipe) {
        static Listed of(Run run) {
            return new Listed(
                    run.label(),
                    run.kind().word(),
                    run.title(),
                    run.layers(),
                    run.n(),
                    run.took().toMillis() / 1000.0,
                    run.bytes(),
                    run.created().toString(),
                    run.saved(),
                    run.recipe());
        }
    }

    @Override
    public Integer call() {
        try (Lab lab = Lab.open()) {
            List<Run> runs = lab.store().runs(RunFilter.ALL);
            if (output.isJson()) {
                output.print(runs.stream().map(Listed::of).toList());
                return 0;
            }
            if (runs.isEmpty()) {
                output.line("nothing computed yet");
            }
            for (Run run : runs) {
                output.line(
                        "%s  %-11s %s  %8.2f s %10d bytes  %s",
                        run.label(),
                        run.kind().word(),
                        WHEN.format(run.created()),
                        run.took().toMillis() / 1000.0,
                        run.bytes(),
                        run.title());
            }
        }
        return 0;
    }

    @Command(name = "delete", mixinStandardHelpOptions = true, description = "Deletes one run by its number.")
    static final class Delete implements Callable<Integer> {
        @Parameters(paramLabel = "ID", description = "as listed: 0147")
        private String id = "";

        @Override
        public Integer call() {
            if (!id.matches("\\d{1,9}")) {
                throw new BadInput(id, "is not the number of a run");
            }
            long number = Long.parseLong(id);
            try (Lab lab = Lab.open()) {
                if (lab.store().runs(RunFilter.ALL).stream().noneMatch(run -> run.number() == number)) {
                    throw new BadInput(id, "there is no such run");
                }
                lab.store().delete(number);
            }
            return 0;
        }
    }
}
