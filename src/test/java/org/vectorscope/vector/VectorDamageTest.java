package org.vectorscope.vector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.vectorscope.checkpoint.container.Damage;
import org.vectorscope.checkpoint.container.JsonDamage;

/** Vector files of both formats, damaged. */
class VectorDamageTest {
    private static Path file = Path.of("");
    private static byte[] safetensors = {};
    private static byte[] gguf = {};

    @BeforeContainer
    static void writeVectors() throws IOException {
        file = Files.createTempFile("damage", ".vector");
        TreeMap<Integer, float[]> byLayer = new TreeMap<>();
        byLayer.put(1, new float[] {1, 2, 3, 4});
        byLayer.put(2, new float[] {-1, 0, 0.5f, 1e-30f});
        SteeringVectors vectors = new SteeringVectors(
                byLayer,
                "someone/small",
                Optional.of(new SteeringVectors.Recipe("ab", ExtractionMethod.values()[0], -1, "cd", 12)));
        safetensors = written(vectors, ".safetensors");
        gguf = written(vectors, ".gguf");
    }

    private static byte[] written(SteeringVectors vectors, String ending) throws IOException {
        Path target = file.resolveSibling(file.getFileName() + ending);
        VectorFiles.write(target, vectors, "llama");
        byte[] bytes = Files.readAllBytes(target);
        Files.delete(target);
        return bytes;
    }

    @AfterContainer
    static void removeFile() throws IOException {
        Files.deleteIfExists(file);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void damagedVectors(@ForAll long seed) throws IOException {
        use(seed);
    }

    @Tag("slow")
    @Property(tries = 200_000, seed = "1033582464746426686", shrinking = ShrinkingMode.OFF)
    void damagedVectorsAtLength(@ForAll long seed) throws IOException {
        use(seed);
    }

    private static void use(long seed) throws IOException {
        byte[] damaged =
                switch ((int) Math.floorMod(seed, 4L)) {
                    case 0, 1 -> Damage.damaged(gguf, seed);
                    case 2 -> Damage.damaged(safetensors, seed);
                    default -> otherHeader(seed);
                };
        Files.write(file, damaged);
        Damage.readOrRefused(damaged.length, () -> VectorFiles.read(file));
    }

    private static byte[] otherHeader(long seed) {
        int length = (int)
                ByteBuffer.wrap(safetensors).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
        byte[] header = JsonDamage.damaged(JsonDamage.parsed(Arrays.copyOfRange(safetensors, 8, 8 + length)), seed);
        int data = safetensors.length - 8 - length;
        return ByteBuffer.allocate(8 + header.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(safetensors, 8 + length, data)
                .array();
    }
}
