package org.vectorscope.vector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.vectorscope.file.BadInput;

/** Files that carry steering vectors: this program's safetensors, and GGUF control vectors. */
public final class VectorFiles {
    private VectorFiles() {}

    /**
     * Told apart by content.
     *
     * @throws BadInput if it is neither, or its vectors are not usable
     */
    public static SteeringVectors read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(file, Files.exists(file) ? "is not a file" : "does not exist");
        }
        return isGguf(file) ? ControlVectorGguf.read(file) : VectorSafetensors.read(file);
    }

    /**
     * Told apart by the name's ending.
     *
     * @param family the model's {@code model_type}, which GGUF files carry as a hint
     * @return what a person should know of what was not written; empty where everything was
     * @throws BadInput if the ending is neither {@code .safetensors} nor {@code .gguf}
     */
    public static List<String> write(Path file, SteeringVectors vectors, String family) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".gguf")) {
            return ControlVectorGguf.write(file, vectors, family);
        }
        if (name.endsWith(".safetensors")) {
            VectorSafetensors.write(file, vectors);
            return List.of();
        }
        throw new BadInput(file, "must end in .safetensors or .gguf");
    }

    private static boolean isGguf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(4), StandardCharsets.ISO_8859_1).equals("GGUF");
        }
    }
}
