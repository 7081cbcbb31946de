package org.vectorscope.checkpoint.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/**
 * Where a model on disk came from, kept in a small file beside it.
 *
 * @param source for people: {@code Hugging Face}, {@code Python package}
 * @param name what it is called there
 * @param revision commit or version
 * @param licence as its page names it; empty where it does not
 */
public record ModelOrigin(String source, String name, String revision, String licence) {
    private static final int LARGEST = 1 << 16;

    /** Empty where nothing is said, or nothing that can be read. */
    public static Optional<ModelOrigin> of(Path model) {
        try {
            Path file = beside(model);
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            JsonNode origin = Json.read(file, LARGEST);
            return Optional.of(new ModelOrigin(
                    origin.path("source").asText(),
                    origin.path("name").asText(),
                    origin.path("revision").asText(),
                    origin.path("licence").asText()));
        } catch (IOException | BadInput e) {
            return Optional.empty();
        }
    }

    void write(Path model) throws IOException {
        ObjectNode origin = Json.mapper().createObjectNode();
        origin.put("source", source).put("name", name).put("revision", revision).put("licence", licence);
        AtomicFile.write(beside(model), Json.pretty(origin) + "\n");
    }

    private static Path beside(Path model) {
        return Files.isDirectory(model)
                ? model.resolve("origin.json")
                : model.resolveSibling(model.getFileName() + ".origin.json");
    }
}
