package org.vectorscope.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.vectorscope.cli.tour.Tour;
import org.vectorscope.cli.tour.Walk;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "tour",
        mixinStandardHelpOptions = true,
        description = "Walks the whole main path without a display: screens, figures, report.json, index.html.")
final class TourCommand implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "DIR", description = "the folder to write")
    private Path out = Path.of("");

    @Mixin
    private ModelOptions model = new ModelOptions();

    @Mixin
    private Output output = new Output();

    @Override
    public Integer call() throws IOException {
        return run(out, model, output);
    }

    static int run(Path folder, ModelOptions model, Output output) throws IOException {
        Monitor monitor = output.monitor();
        Files.createDirectories(folder);
        try (Lab lab = Lab.open();
                OpenModel open = model.open(lab, monitor)) {
            Walk walk = Walk.through(lab, open, monitor);
            Map<String, Object> report = report(open, walk);
            List<Path> written = new Tour(lab, open, walk, folder).write(report, monitor);
            if (output.isJson()) {
                output.print(report);
            } else {
                output.line(
                        "%d files; look at %s",
                        written.size(), folder.resolve("index.html").toAbsolutePath());
            }
        }
        return 0;
    }

    /** What the commands would print, under their names. */
    private static Map<String, Object> report(OpenModel open, Walk walk) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("model", open.name());
        report.put("source", open.source());
        report.put("vector", VectorReport.of(open, walk.spec(), walk.extraction()));
        report.put(
                "geometry",
                walk.geometry().report(java.util.Optional.of(walk.direction().v()), Walk.THRESHOLD));
        report.put("generate", walk.texts());
        report.put("effects", walk.effects());
        return report;
    }
}
