package org.vectorscope.vector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.checkpoint.container.SafetensorsFile;
import org.vectorscope.checkpoint.container.SafetensorsWriter;
import org.vectorscope.file.BadInput;
import org.vectorscope.vector.SteeringVectors.Recipe;

/** {@code vector.L} f32 [d] per layer, and in the metadata where they come from. */
final class VectorSafetensors {
    static final String FORMAT = "vectorscope.vector.1";

    private static final String PREFIX = "vector.";

    private VectorSafetensors() {}

    static SteeringVectors read(Path file) throws IOException {
        try (SafetensorsFile container = SafetensorsFile.open(file)) {
            Map<String, String> metadata = container.metadata();
            expect(file, metadata, "format", FORMAT);
            expect(file, metadata, "layer_convention", SteeringVectors.LAYER_CONVENTION);
            Recipe recipe = new Recipe(
                    text(file, metadata, "fingerprint"),
                    ExtractionMethod.parse(file.toString(), text(file, metadata, "method")),
                    integer(file, metadata, "read_token"),
                    text(file, metadata, "pairs_sha256"),
                    integer(file, metadata, "n"));
            return new SteeringVectors(
                    VectorTensors.read(file, container.tensors(), PREFIX),
                    text(file, metadata, "model"),
                    Optional.of(recipe));
        }
    }

    /** @throws BadInput if the vectors' recipe is not known, for the file would not say where they come from */
    static void write(Path file, SteeringVectors vectors) throws IOException {
        Recipe recipe = vectors.recipe()
                .orElseThrow(
                        () -> new BadInput(file, "the vectors do not say how they were made; write them as .gguf"));
        SafetensorsWriter writer = new SafetensorsWriter()
                .metadata("format", FORMAT)
                .metadata("model", vectors.model())
                .metadata("fingerprint", recipe.fingerprint())
                .metadata("method", recipe.method().word())
                .metadata("read_token", String.valueOf(recipe.readToken()))
                .metadata("pairs_sha256", recipe.pairsSha256())
                .metadata("n", String.valueOf(recipe.n()))
                .metadata("layer_convention", SteeringVectors.LAYER_CONVENTION);
        vectors.byLayer().forEach((layer, vector) -> writer.floats(PREFIX + layer, vector, vector.length));
        writer.write(file);
    }

    private static void expect(Path file, Map<String, String> metadata, String key, String value) {
        String found = text(file, metadata, key);
        if (!found.equals(value)) {
            throw new BadInput(file, "its " + key + " is '" + found + "'; only '" + value + "' is read");
        }
    }

    private static String text(Path file, Map<String, String> metadata, String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new BadInput(file, "has no '" + key + "' in its metadata, so these are no vectors of this program");
        }
        return value;
    }

    private static int integer(Path file, Map<String, String> metadata, String key) {
        String value = text(file, metadata, key);
        if (!value.matches("-?\\d{1,9}")) {
            throw new BadInput(file, "its " + key + " is '" + value + "', not a whole number");
        }
        return Integer.parseInt(value);
    }
}
