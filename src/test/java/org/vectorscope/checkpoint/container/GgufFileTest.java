package org.vectorscope.checkpoint.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.file.BadInput;

class GgufFileTest {
    private static final int NUMBER_U32 = 4;
    private static final int ARRAY = 9;

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("v.gguf");
        new GgufWriter()
                .text("general.architecture", "controlvector")
                .integer("controlvector.layer_count", 3)
                .number("scale", 0.5f)
                .floats("direction.1", new float[] {1, 2, 3}, 3)
                .floats("direction.2", new float[] {1, 2, 3, 4, 5, 6}, 2, 3)
                .write(file);
        try (GgufFile read = GgufFile.open(file)) {
            assertThat(read.metadata().text("general.architecture")).contains("controlvector");
            assertThat(read.metadata().integer("controlvector.layer_count")).hasValue(3);
            assertThat(read.metadata().number("scale")).hasValue(0.5);
            assertThat(read.floats("direction.1")).containsExactly(1, 2, 3);
            assertThat(read.tensor("direction.2").shape()).containsExactly(2L, 3L);
            assertThat(read.floats("direction.2")).containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void metadataOfAnotherKindThanAskedForIsRefusedByItsKey() throws IOException {
        Path file = folder.resolve("v.gguf");
        new GgufWriter().text("a", "b").write(file);
        try (GgufFile read = GgufFile.open(file)) {
            assertThat(read.metadata().integer("none")).isEmpty();
            assertThatThrownBy(() -> read.metadata().integer("a"))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("'a' is not a whole number");
        }
    }

    @Test
    void aFileThatIsCutOffIsRefusedWhereverTheCutIs() throws IOException {
        byte[] whole = Files.readAllBytes(TinyModels.gguf("Q4_0"));
        for (int length = 0; length < whole.length; length += length < 2_000 ? 13 : 701) {
            Path file = Files.write(folder.resolve("cut.gguf"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> GgufFile.open(file)).as("%d bytes", length).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void anotherFormatOrVersionIsRefused() throws IOException {
        assertRefused("not a model".getBytes(StandardCharsets.UTF_8))
                .hasMessageContaining("byte 0: is not a GGUF file");
        assertRefused(file(1, 0, 0)).hasMessageContaining("version 1; versions 2 and 3 are read");
        assertRefused(file(0x03000000, 0, 0)).hasMessageContaining("big-endian");
    }

    @Test
    void countsThatTheFileIsTooShortForAreRefusedBeforeTheyAreBelieved() throws IOException {
        assertRefused(file(3, Long.MAX_VALUE, 0)).hasMessageContaining("byte 8").hasMessageContaining("tensors");
        assertRefused(file(3, -1, 0)).hasMessageContaining("18446744073709551615 tensors");
        assertRefused(file(3, 0, 1L << 40)).hasMessageContaining("byte 16").hasMessageContaining("metadata keys");
        byte[] key = pair(NUMBER_U32, 12);
        ByteBuffer.wrap(key).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 1L << 33);
        assertRefused(file(3, 0, 1, key)).hasMessageContaining("8589934592 bytes of text");
    }

    @Test
    void arraysWithinArraysWithoutEndAreRefused() throws IOException {
        ByteBuffer nested = ByteBuffer.allocate(12 * 1000).order(ByteOrder.LITTLE_ENDIAN);
        while (nested.hasRemaining()) {
            nested.putInt(ARRAY).putLong(1);
        }
        assertRefused(file(3, 0, 1, pair(ARRAY, 0), nested.array())).hasMessageContaining("arrays within arrays");
    }

    @Test
    void tensorsThatDoNotFitAreRefused() throws IOException {
        assertRefused(file(3, 1, 0, tensor("x", 0, 0, 1L << 40))).hasMessageContaining("'x' needs 4398046511104 bytes");
        assertRefused(file(3, 1, 0, tensor("x", 0, 0, 1L << 33, 1L << 33))).hasMessageContaining("impossible shape");
        assertRefused(file(3, 1, 0, tensor("x", 0, 0, -1))).hasMessageContaining("impossible shape");
        assertRefused(file(3, 1, 0, tensor("x", 0, -32, 1))).hasMessageContaining("no multiple of 32");
        assertRefused(file(3, 1, 0, tensor("x", 0, 4, 1))).hasMessageContaining("no multiple of 32");
        assertRefused(file(3, 1, 0, tensor("x", 2, 0, 33))).hasMessageContaining("no whole number of Q4_0 blocks");
        assertRefused(file(3, 1, 0, tensor("x", 0, 0, 1, 1, 1, 1, 1))).hasMessageContaining("5 axes");
        assertRefused(file(3, 2, 0, tensor("x", 0, 0, 9), tensor("y", 0, 32, 1), new byte[200]))
                .hasMessageContaining("'y' overlaps tensor 'x'");
        assertRefused(file(3, 2, 0, tensor("x", 0, 0, 1), tensor("x", 0, 32, 1), new byte[200]))
                .hasMessageContaining("'x' is there twice");
    }

    @Test
    void typesThatAreNotReadAreNamed() throws IOException {
        assertRefused(file(3, 1, 0, tensor("x", 23, 0, 256), new byte[200]))
                .hasMessageContaining("IQ4_XS")
                .hasMessageContaining("Q4_K");
        assertRefused(file(3, 1, 0, tensor("x", 99, 0, 256), new byte[200])).hasMessageContaining("number 99");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("bad.gguf"), bytes);
        return assertThatThrownBy(() -> GgufFile.open(file)).isInstanceOf(BadInput.class);
    }

    private static byte[] file(int version, long tensors, long pairs, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteBuffer bytes = buffer(24 + length)
                .putInt(0x46554747)
                .putInt(version)
                .putLong(tensors)
                .putLong(pairs);
        Arrays.stream(parts).forEach(bytes::put);
        return bytes.array();
    }

    /** Key "k", a type, and so many bytes. */
    private static byte[] pair(int type, int bytes) {
        return buffer(13 + bytes).putLong(1).put((byte) 'k').putInt(type).array();
    }

    private static byte[] tensor(String name, int type, long offset, long... dims) {
        ByteBuffer info = buffer(8 + name.length() + 4 + 8 * dims.length + 12).putLong(name.length());
        info.put(name.getBytes(StandardCharsets.UTF_8)).putInt(dims.length);
        Arrays.stream(dims).forEach(info::putLong);
        return info.putInt(type).putLong(offset).array();
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
