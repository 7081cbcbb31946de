package org.vectorscope.checkpoint.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.Json;

/** Folders and files the person has added by hand, kept in {@code added-models.json} of the data folder. */
final class AddedFolders {
    private static final int LARGEST = 1 << 20;

    private final Path file;

    AddedFolders(DataFolder folder) {
        this.file = folder.root().resolve("added-models.json");
    }

    synchronized List<Path> list() throws IOException {
        List<Path> added = new ArrayList<>();
        if (Files.isRegularFile(file)) {
            for (JsonNode path : Json.read(file, LARGEST).path("added")) {
                try {
                    added.add(Path.of(path.asText()));
                } catch (InvalidPathException e) {
                    // Written on another platform: it cannot be here.
                    continue;
                }
            }
        }
        return added;
    }

    synchronized void add(Path path) throws IOException {
        List<Path> added = list();
        Path absolute = path.toAbsolutePath().normalize();
        if (!added.contains(absolute)) {
            added.add(absolute);
            write(added);
        }
    }

    synchronized void remove(Path path) throws IOException {
        List<Path> added = list();
        if (added.remove(path.toAbsolutePath().normalize())) {
            write(added);
        }
    }

    private void write(List<Path> added) throws IOException {
        ObjectNode root = Json.mapper().createObjectNode();
        ArrayNode paths = root.putArray("added");
        added.forEach(path -> paths.add(path.toString()));
        AtomicFile.write(file, Json.pretty(root) + "\n");
    }
}
