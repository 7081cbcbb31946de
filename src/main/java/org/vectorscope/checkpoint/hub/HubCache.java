package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/**
 * The cache that Hugging Face's own tools keep: {@code models--owner--name/snapshots/COMMIT/…}, whose files are copies
 * or links into {@code blobs}, and {@code refs/main} naming the commit. Read only.
 */
final class HubCache {
    private static final String PREFIX = "models--";
    private static final int LONGEST_REF = 100;
    private static final long LARGEST_INDEX = 16L << 20;
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,40}");

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

    /**
     * The snapshot of a model, if its weights are all there.
     *
     * @param revision branch, tag, or commit or its beginning; empty for {@code main}
     */
    Optional<Path> find(String repository, Optional<String> revision) {
        return snapshot(repository, revision).filter(HubCache::isWhole);
    }

    /** As {@link #find}, whatever it holds. */
    Optional<Path> snapshot(String repository, Optional<String> revision) {
        Path model = root.resolve(PREFIX + repository.replace("/", "--"));
        return revision.isEmpty() ? current(model) : at(model, revision.get());
    }

    /** Hugging Face's tools may have been stopped, or told to bring some files only. */
    private static boolean isWhole(Path snapshot) {
        if (ModelFolders.entries(snapshot).stream().anyMatch(ModelFolders::isGguf)) {
            return true;
        }
        Path index = snapshot.resolve("model.safetensors.index.json");
        if (!Files.isRegularFile(snapshot.resolve("model.safetensors")) && Files.isRegularFile(index)) {
            return holdsAll(snapshot, index);
        }
        return Files.isRegularFile(snapshot.resolve("config.json"))
                && ModelFolders.entries(snapshot).stream()
                        .anyMatch(file -> file.toString().endsWith(".safetensors") && Files.isRegularFile(file));
    }

    private static boolean holdsAll(Path snapshot, Path index) {
        try {
            return ShardIndex.files(Json.read(index, LARGEST_INDEX)).stream()
                    .allMatch(name -> Files.isRegularFile(snapshot.resolve(name)));
        } catch (IOException | BadInput e) {
            return false;
        }
    }

    private static Optional<Path> current(Path model) {
        return at(model, "main").or(() -> newest(model.resolve("snapshots")));
    }

    private static Optional<Path> at(Path model, String revision) {
        Path snapshots = model.resolve("snapshots");
        Path ref = model.resolve("refs").resolve(revision);
        try {
            if (Files.isRegularFile(ref) && Files.size(ref) < LONGEST_REF) {
                Path named = snapshots.resolve(Files.readString(ref).strip()).normalize();
                return Optional.of(named)
                        .filter(folder -> snapshots.normalize().equals(folder.getParent()))
                        .filter(Files::isDirectory);
            }
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
        if (!COMMIT.matcher(revision).matches()) {
            return Optional.empty();
        }
        List<Path> begun = folders(snapshots).stream()
                .filter(folder -> folder.getFileName().toString().startsWith(revision))
                .toList();
        return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
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
