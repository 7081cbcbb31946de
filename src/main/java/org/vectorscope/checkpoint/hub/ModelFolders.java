package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.vectorscope.checkpoint.container.GgufParts;

/** Finds models in folders by the names of the files there. */
final class ModelFolders {
    private static final int MOST_ENTRIES = 2000;

    private ModelFolders() {}

    /** The models that {@code folder} is or holds: itself, its GGUF files, or else its folders, one level down. */
    static List<Path> under(Path folder) {
        if (isGguf(folder)) {
            return List.of(folder);
        }
        List<Path> here = in(folder);
        if (!here.isEmpty()) {
            return here;
        }
        return entries(folder).stream()
                .filter(Files::isDirectory)
                .filter(child -> !child.getFileName().toString().startsWith("."))
                .flatMap(child -> in(child).stream())
                .toList();
    }

    /** The folder itself where it holds safetensors or a configuration, and each of its GGUF files. */
    static List<Path> in(Path folder) {
        List<Path> models = new ArrayList<>();
        if (holdsSafetensors(folder) || Files.isRegularFile(folder.resolve("config.json"))) {
            models.add(folder);
        }
        entries(folder).stream()
                .filter(file -> isGguf(file) && !GgufParts.isLater(file))
                .forEach(models::add);
        return models;
    }

    static boolean isGguf(Path file) {
        return file.getFileName() != null
                && file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".gguf")
                && Files.isRegularFile(file);
    }

    static boolean holdsSafetensors(Path folder) {
        return entries(folder).stream().anyMatch(file -> file.toString().endsWith(".safetensors"));
    }

    /** Sorted; a folder that is not there or may not be read holds nothing. */
    static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.limit(MOST_ENTRIES).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
