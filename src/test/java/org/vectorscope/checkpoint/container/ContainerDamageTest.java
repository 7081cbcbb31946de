package org.vectorscope.checkpoint.container;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import org.vectorscope.checkpoint.TinyModels;

/** A damaged container is read as far as it makes sense, or refused; nothing else happens. */
class ContainerDamageTest {
    private final byte[] gguf = Files.readAllBytes(TinyModels.gguf("Q4_1"));
    private final byte[] tokens = Files.readAllBytes(TinyModels.gguf("talking"));
    private final byte[] safetensors = Files.readAllBytes(TinyModels.trace("new-spelling"));

    ContainerDamageTest() throws IOException {}

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void damagedGguf(@ForAll long seed) throws IOException {
        readGguf(seed % 2 == 0 ? gguf : tokens, seed);
    }

    @Tag("slow")
    @Property(tries = 100_000, seed = "5051466970012294485", shrinking = ShrinkingMode.OFF)
    void damagedGgufAtLength(@ForAll long seed) throws IOException {
        readGguf(seed % 2 == 0 ? gguf : tokens, seed);
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void damagedSafetensors(@ForAll long seed) throws IOException {
        readSafetensors(seed);
    }

    @Tag("slow")
    @Property(tries = 100_000, seed = "-3250225461333747009", shrinking = ShrinkingMode.OFF)
    void damagedSafetensorsAtLength(@ForAll long seed) throws IOException {
        readSafetensors(seed);
    }

    @Example
    void theLongestHeaderOfTheSmallestEntriesTakesLittleMemory() throws IOException {
        StringBuilder header = new StringBuilder("{");
        for (int i = 0; header.length() < SafetensorsHeader.LONGEST - 40; i++) {
            header.append('"').append(Integer.toString(i, 36)).append("\":0,");
        }
        byte[] text = header.append("\"-\":0}").toString().getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = ByteBuffer.allocate(Long.BYTES + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .put(text)
                .array();
        Damage.readOrRefused(bytes.length, () -> SafetensorsHeader.read("damaged", MemorySegment.ofArray(bytes)));
    }

    @Example
    void theListsOfAGgufFileTakeNoMemoryUntilTheyAreAskedFor() throws IOException {
        int length = 8_000_000;
        byte[] bytes = ByteBuffer.allocate(24 + 9 + 4 + 12 + length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x46554747)
                .putInt(3)
                .putLong(0)
                .putLong(1)
                .putLong(1)
                .put((byte) 'a')
                .putInt(9)
                .putInt(0)
                .putLong(length)
                .array();
        Damage.readOrRefused(0, () -> GgufHeader.read("damaged", MemorySegment.ofArray(bytes)));
    }

    /** The header is where lengths are: damage there, and sometimes anywhere. */
    private static void readGguf(byte[] original, long seed) throws IOException {
        byte[] bytes = seed % 5 == 0 ? Damage.damaged(original, seed) : inFront(original, 2_000, seed);
        Damage.readOrRefused(
                bytes.length,
                () -> readAll(
                        GgufHeader.read("damaged", MemorySegment.ofArray(bytes)).tensors()));
    }

    private void readSafetensors(long seed) throws IOException {
        byte[] bytes =
                switch ((int) Math.floorMod(seed, 4L)) {
                    case 0 -> Damage.damaged(safetensors, seed);
                    case 1 -> inFront(safetensors, 460, seed);
                    default -> otherHeader(seed);
                };
        Damage.readOrRefused(
                bytes.length,
                () -> readAll(SafetensorsHeader.read("damaged", MemorySegment.ofArray(bytes))
                        .tensors()));
    }

    /** A header that is JSON and says something else, with its right length before it. */
    private byte[] otherHeader(long seed) {
        ByteBuffer file = ByteBuffer.wrap(safetensors).order(ByteOrder.LITTLE_ENDIAN);
        int length = (int) file.getLong(0);
        byte[] header = JsonDamage.damaged(
                JsonDamage.parsed(Arrays.copyOfRange(safetensors, Long.BYTES, Long.BYTES + length)), seed);
        int data = safetensors.length - Long.BYTES - length;
        return ByteBuffer.allocate(Long.BYTES + header.length + data)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .put(safetensors, Long.BYTES + length, data)
                .array();
    }

    private static byte[] inFront(byte[] original, int length, long seed) {
        byte[] front = Damage.damaged(Arrays.copyOf(original, length), seed);
        byte[] whole = Arrays.copyOf(front, front.length + original.length - length);
        System.arraycopy(original, length, whole, front.length, original.length - length);
        return whole;
    }

    private static void readAll(Map<String, StoredTensor> tensors) {
        for (StoredTensor tensor : tensors.values()) {
            tensor.floats();
        }
    }
}
