package org.vectorscope.cli.tour;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.export.ExportSpec;
import org.vectorscope.figure.export.FigureExport;
import org.vectorscope.figure.export.Size;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.Json;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.ui.TourScreens;

/** Writes what a walk has found. */
public final class Tour {
    private final Lab lab;
    private final OpenModel open;
    private final Walk walk;
    private final Path folder;

    public Tour(Lab lab, OpenModel open, Walk walk, Path folder) {
        this.lab = lab;
        this.open = open;
        this.walk = walk;
        this.folder = folder;
    }

    /** @return every file written */
    public List<Path> write(Object report, Monitor monitor) throws IOException {
        List<Path> written = new ArrayList<>();
        List<Figure> figures = walk.figures(open);
        for (Figure figure : figures) {
            monitor.progress("Drawing figures", written.size(), 0);
            ExportSpec paper = ExportSpec.paper();
            boolean wide = figure.name().startsWith("side-by-side");
            written.addAll(FigureExport.write(
                    figure, wide ? paper.at(Size.DOUBLE_COLUMN, 8) : paper, folder.resolve("figures"), monitor));
        }
        monitor.progress("Drawing screens", 0, 0);
        List<String> screens = TourScreens.write(
                lab, open, walk.spec(), walk.texts().multiplier(), folder.resolve("screens"), monitor);
        Path numbers = folder.resolve("report.json");
        AtomicFile.write(numbers, Json.pretty(report));
        Path page = folder.resolve("index.html");
        AtomicFile.write(page, TourPage.html(open.name() + ", " + open.source(), facts(), walk, screens, figures));
        written.addAll(List.of(numbers, page));
        return written;
    }

    private String facts() {
        return String.format(
                Locale.ROOT,
                "Set %s, %d pairs; layer %d, strength %.2f × v; %d held-out prompts, one text each arm, seed %d.",
                walk.spec().set().name(),
                walk.spec().set().pairs().size(),
                walk.texts().layer(),
                walk.texts().multiplier(),
                walk.texts().prompts().size(),
                walk.texts().seed());
    }
}
