package org.vectorscope.vector;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.vectorscope.checkpoint.container.GgufFile;
import org.vectorscope.checkpoint.container.GgufMetadata;
import org.vectorscope.checkpoint.container.GgufWriter;
import org.vectorscope.file.BadInput;
import org.vectorscope.vector.SteeringVectors.Recipe;

/**
 * GGUF control vectors, as repeng writes and llama.cpp adds them: {@code general.architecture} = {@code
 * controlvector}, {@code controlvector.model_hint}, {@code controlvector.layer_count}, {@code direction.L} f32 [d].
 *
 * <p>Their L is ours. llama.cpp's {@code common_control_vector_load_one} puts {@code direction.L} at row L − 1 of its
 * buffer and {@code llama_adapter_cvec::apply} gives row L − 1 to block L, counted from 0, at whose end it is added:
 * {@code resid_post.L}. repeng reads {@code hidden_states[L + 1]}, which is the same place, and writes L. Block 0 has
 * no row in that buffer ({@code direction.0} is an error there), so a vector for it cannot be written.
 *
 * <p>Keys beginning with {@code vectorscope.} carry the recipe; other programs pass over them.
 */
final class ControlVectorGguf {
    private static final String ARCHITECTURE = "controlvector";
    private static final String PREFIX = "direction.";
    private static final String OURS = "vectorscope.";

    private ControlVectorGguf() {}

    static boolean is(Path file) throws IOException {
        try (GgufFile container = GgufFile.open(file)) {
            return container.metadata().text("general.architecture").equals(Optional.of(ARCHITECTURE));
        }
    }

    static SteeringVectors read(Path file) throws IOException {
        try (GgufFile container = GgufFile.open(file)) {
            GgufMetadata metadata = container.metadata();
            String architecture =
                    metadata.text("general.architecture").orElseThrow(() -> metadata.missing("general.architecture"));
            if (!architecture.equals(ARCHITECTURE)) {
                throw new BadInput(
                        file, "is a GGUF file of a '" + architecture + "', not of a control vector ('controlvector')");
            }
            String model = metadata.text(OURS + "model")
                    .or(() -> metadata.text(ARCHITECTURE + ".model_hint"))
                    .orElseThrow(() -> metadata.missing(ARCHITECTURE + ".model_hint"));
            SortedMap<Integer, float[]> byLayer = VectorTensors.read(file, container.tensors(), PREFIX);
            if (byLayer.firstKey() == 0) {
                throw new BadInput(
                        file,
                        "has a tensor 'direction.0', but control vectors begin at layer 1 and llama.cpp refuses it");
            }
            return new SteeringVectors(byLayer, model, recipe(file, metadata));
        }
    }

    /** @return a sentence if block 0's vector had to be left out */
    static List<String> write(Path file, SteeringVectors vectors, String family) throws IOException {
        List<String> notes = new ArrayList<>();
        SortedMap<Integer, float[]> byLayer = vectors.byLayer().tailMap(1);
        if (byLayer.isEmpty()) {
            throw new BadInput(file, "layer 0 is all there is, and a GGUF control vector has no place for it");
        }
        if (byLayer.size() < vectors.byLayer().size()) {
            notes.add("The vector for layer 0 was left out: GGUF control vectors begin at layer 1.");
        }
        GgufWriter writer = new GgufWriter()
                .text("general.architecture", ARCHITECTURE)
                .text(ARCHITECTURE + ".model_hint", family)
                .integer(ARCHITECTURE + ".layer_count", byLayer.size())
                .text(OURS + "model", vectors.model());
        vectors.recipe().ifPresent(recipe -> writer.text(OURS + "fingerprint", recipe.fingerprint())
                .text(OURS + "method", recipe.method().word())
                .text(OURS + "read_token", String.valueOf(recipe.readToken()))
                .text(OURS + "pairs_sha256", recipe.pairsSha256())
                .integer(OURS + "n", recipe.n())
                .text(OURS + "layer_convention", SteeringVectors.LAYER_CONVENTION));
        byLayer.forEach((layer, vector) -> writer.floats(PREFIX + layer, vector, vector.length));
        writer.write(file);
        return notes;
    }

    private static Optional<Recipe> recipe(Path file, GgufMetadata metadata) {
        Optional<String> fingerprint = metadata.text(OURS + "fingerprint");
        if (fingerprint.isEmpty()) {
            return Optional.empty();
        }
        String readToken = text(metadata, "read_token");
        if (!readToken.matches("-?\\d{1,9}")) {
            throw new BadInput(file, "its vectorscope.read_token is '" + readToken + "', not a whole number");
        }
        long n = metadata.integer(OURS + "n").orElseThrow(() -> metadata.missing(OURS + "n"));
        return Optional.of(new Recipe(
                fingerprint.get(),
                ExtractionMethod.parse(file.toString(), text(metadata, "method")),
                Integer.parseInt(readToken),
                text(metadata, "pairs_sha256"),
                Math.toIntExact(Math.clamp(n, 0, Integer.MAX_VALUE))));
    }

    private static String text(GgufMetadata metadata, String key) {
        return metadata.text(OURS + key).orElseThrow(() -> metadata.missing(OURS + key));
    }
}
