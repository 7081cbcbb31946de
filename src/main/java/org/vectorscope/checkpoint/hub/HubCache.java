package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cache that Hugging Face's own tools keep: {@code models--owner--name/snapshots/COMMIT/…}, {@code refs/main} naming
 * the commit. Read only.
 */
final class HubCache {
    private static final String PREFIX = "models--";

    private final Path root;

    HubCache(Path root) {
        this.root = root;
    }

    /** @param folder the snapshot that holds the files */
    record Snapshot(String repository, Path folder) {}

    /** One per model, the one {@code main} stands at; by name. */
    List<Snapshot> snapshots() {
        List<Snapshot> snapshots = new ArrayList<>();
        for (Path folder : folders(root)) {
            String name = folder.getFileName().toString();
            if (name.startsWith(PREFIX)) {
                current(folder).ifPresent(snapshot -> snapshots.add(new Snapshot(repository(name), snapshot)));
            }
        }
        snapshots.sort(Comparator.comparing(Snapshot::repository, String.CASE_INSENSITIVE_ORDER));
        return snapshots;
    }

    private static String repository(String folder) {
        return folder.substring(PREFIX.length()).replace("--", "/");
    }

    /** The snapshot of a model, if it holds a configuration or GGUF files. */
    Optional<Path> find(String repository) {
        return current(root.resolve(PREFIX + repository.replace("/", "--"))).filter(HubCache::holdsModel);
    }

    private static boolean holdsModel(Path snapshot) {
        try (Stream<Path> files = Files.list(snapshot)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.endsWith(".safetensors") || name.endsWith(".gguf"));
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Path> current(Path model) {
        Path snapshots = model.resolve("snapshots");
        Path main = model.resolve("refs").resolve("main");
        try {
            if (Files.isRegularFile(main) && Files.size(main) < 100) {
                Path named = snapshots.resolve(Files.readString(main).strip()).normalize();
                if (named.startsWith(snapshots) && Files.isDirectory(named)) {
                    return Optional.of(named);
                }
            }
        } catch (IOException | InvalidPathException e) {
            return newest(snapshots);
        }
        return newest(snapshots);
    }

    private static Optional<Path> newest(Path snapshots) {
        return folders(snapshots).stream()
                .max(Comparator.comparingLong(folder -> folder.toFile().lastModified()));
    }

    /** A folder that is not there, or may not be read, holds none. */
    private static List<Path> folders(Path parent) {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
