package org.vectorscope.vector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vectorscope.file.BadInput;

/** Files that carry steering vectors: this program's safetensors, GGUF control vectors, and NumPy's arrays. */
public final class VectorFiles {
    private static final byte[] GGUF = {'G', 'G', 'U', 'F'};

    private VectorFiles() {}

    /**
     * Told apart by content.
     *
     * @throws BadInput if it is none of them, or its vectors are not usable
     */
    public static SteeringVectors read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(file, Files.exists(file) ? "is not a file" : "does not exist");
        }
        byte[] start = start(file);
        if (begins(start, GGUF)) {
            return ControlVectorGguf.read(file);
        }
        return begins(start, VectorNpy.MAGIC) ? VectorNpy.read(file) : VectorSafetensors.read(file);
    }

    /**
     * Told apart by the name's ending.
     *
     * @param family the model's {@code model_type}, which GGUF files carry as a hint
     * @return what a person should know of what was not written; empty where everything was
     * @throws BadInput if the ending is none of {@code .safetensors}, {@code .gguf} and {@code .npy}
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
        if (name.endsWith(".npy")) {
            return VectorNpy.write(file, vectors);
        }
        throw new BadInput(file, "must end in .safetensors, .gguf or .npy");
    }

    /** Whether a GGUF file is a control vector, and not a model. */
    public static boolean isControlVector(Path file) throws IOException {
        return ControlVectorGguf.is(file);
    }

    private static byte[] start(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(VectorNpy.MAGIC.length);
        }
    }

    private static boolean begins(byte[] start, byte[] magic) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }
}
