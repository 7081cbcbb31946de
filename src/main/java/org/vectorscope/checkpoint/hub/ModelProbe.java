package org.vectorscope.checkpoint.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Checkpoints;
import org.vectorscope.checkpoint.MemoryNeed;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.job.Problem;

/** Opens a model, reads what it says of itself, and closes it; what cannot be opened says why. */
final class ModelProbe {
    private static final long LARGEST_CONFIG = 16L << 20;

    private ModelProbe() {}

    static ModelEntry look(ModelPlace place) {
        try (Checkpoint checkpoint = Checkpoints.open(place.path())) {
            MemoryNeed.Parts memory = MemoryNeed.Parts.of(checkpoint, ModelEntry.ROWS, ModelEntry.TOKENS);
            return new ModelEntry(
                    place.name(),
                    place.reference(),
                    place.source(),
                    place.path(),
                    checkpoint.format(),
                    checkpoint.config().family(),
                    checkpoint.parameters(),
                    checkpoint.storedAs(),
                    checkpoint.bytesOnDisk(),
                    memory.at(Float.BYTES).total(),
                    true,
                    null,
                    memory);
        } catch (BadInput e) {
            return refused(place, e.fault());
        } catch (IOException e) {
            return refused(place, Problem.sentence(e));
        }
    }

    private static ModelEntry refused(ModelPlace place, String why) {
        JsonNode config = config(place.path());
        String dtype = config.path("dtype").asText(config.path("torch_dtype").asText());
        return new ModelEntry(
                place.name(),
                place.reference(),
                place.source(),
                place.path(),
                format(place.path()),
                config.path("model_type").asText(),
                null,
                inShort(dtype),
                bytes(place.path()),
                null,
                false,
                why,
                null);
    }

    /** PyTorch's word in that of safetensors. */
    private static String inShort(String dtype) {
        return switch (dtype) {
            case "float32" -> "F32";
            case "float16" -> "F16";
            case "bfloat16" -> "BF16";
            default -> dtype;
        };
    }

    private static JsonNode config(Path path) {
        try {
            Path file = path.resolve("config.json");
            return Files.isRegularFile(file)
                    ? Json.read(file, LARGEST_CONFIG)
                    : Json.mapper().createObjectNode();
        } catch (BadInput | IOException e) {
            return Json.mapper().createObjectNode();
        }
    }

    private static String format(Path path) {
        return ModelFolders.isGguf(path) ? "GGUF" : ModelFolders.holdsSafetensors(path) ? "safetensors" : "";
    }

    /** Links of the Hugging Face cache are followed: it is the weights that count. */
    private static long bytes(Path path) {
        if (Files.isRegularFile(path)) {
            return path.toFile().length();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
