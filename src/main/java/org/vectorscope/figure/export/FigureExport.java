package org.vectorscope.figure.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Numbers;
import org.vectorscope.figure.export.ExportSpec.Extra;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.job.Monitor;

/** Writes a figure as files. Needs no display. */
public final class FigureExport {
    private FigureExport() {}

    /**
     * Writes {@code folder/NAME.pdf} and so on; a file that is there already is replaced, in one move. Called off, it
     * leaves the files that were whole by then.
     *
     * @return the files, in the order of {@link Format}, texts last
     */
    public static List<Path> write(Figure figure, ExportSpec spec, Path folder, Monitor monitor) throws IOException {
        FigurePage page = new FigurePage(figure, spec);
        Map<String, String> notes = notes(figure, spec);
        List<Path> files = new ArrayList<>();
        for (Format format : Format.values()) {
            monitor.check();
            if (spec.formats().contains(format)) {
                Path file = folder.resolve(figure.name() + format.ending());
                AtomicFile.write(file, content(format, figure, page, spec, notes));
                files.add(file);
            }
        }
        if (spec.extras().contains(Extra.CAPTION_BESIDE)) {
            files.add(text(folder.resolve(figure.name() + "-caption.txt"), figure.caption()));
        }
        if (spec.extras().contains(Extra.RECIPE) && spec.formats().contains(Format.CSV)) {
            files.add(text(
                    folder.resolve(figure.name() + "-recipe.txt"),
                    figure.recipe().text()));
        }
        return files;
    }

    private static AtomicFile.Content content(
            Format format, Figure figure, FigurePage page, ExportSpec spec, Map<String, String> notes) {
        return switch (format) {
            case PDF -> out -> PdfFile.write(page, notes, out);
            case SVG -> out -> SvgFile.write(page, notes, out);
            case PNG -> out -> PngFile.write(page, spec.dpi(), notes, out);
            case CSV -> out -> out.write(Numbers.of(figure.chart()).csv().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static Map<String, String> notes(Figure figure, ExportSpec spec) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("Title", figure.title());
        notes.put("Software", "Vectorscope");
        notes.put("Description", figure.caption());
        if (spec.extras().contains(Extra.RECIPE)) {
            notes.put("Recipe", figure.recipe().text());
        }
        notes.values().removeIf(String::isEmpty);
        return notes;
    }

    private static Path text(Path file, String text) throws IOException {
        AtomicFile.write(file, text + "\n");
        return file;
    }
}
