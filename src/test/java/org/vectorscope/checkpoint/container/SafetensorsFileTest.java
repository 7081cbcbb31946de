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
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.file.BadInput;

class SafetensorsFileTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("v.safetensors");
        new SafetensorsWriter()
                .metadata("model", "tiny \u201cone\u201d")
                .floats("a", new float[] {1, -2.5f, Float.MIN_VALUE}, 3)
                .integers("ids", new long[] {1, Long.MAX_VALUE}, 2)
                .floats(
                        "rows",
                        sink -> {
                            sink.accept(new float[] {1, 2});
                            sink.accept(new float[] {3, 4, 5, 6});
                        },
                        3,
                        2)
                .floats("scalar", new float[] {7})
                .write(file);
        try (SafetensorsFile read = SafetensorsFile.open(file)) {
            assertThat(read.metadata()).containsExactlyEntriesOf(Map.of("model", "tiny \u201cone\u201d"));
            assertThat(read.names()).containsExactlyInAnyOrder("a", "ids", "rows", "scalar");
            assertThat(read.floats("a")).containsExactly(1, -2.5f, Float.MIN_VALUE);
            assertThat(read.integers("ids")).containsExactly(1, Long.MAX_VALUE);
            assertThat(read.tensor("rows").shape()).containsExactly(3L, 2L);
            assertThat(read.floats("rows")).containsExactly(1, 2, 3, 4, 5, 6);
            assertThat(read.tensor("scalar").shape()).isEmpty();
            assertThat(read.floats("scalar")).containsExactly(7);
        }
    }

    @Test
    void equalContentGivesEqualBytes() throws IOException {
        for (String name : new String[] {"one", "two"}) {
            new SafetensorsWriter()
                    .metadata("b", "2")
                    .metadata("a", "1")
                    .floats("x", new float[] {1}, 1)
                    .write(folder.resolve(name));
        }
        assertThat(folder.resolve("one")).hasSameBinaryContentAs(folder.resolve("two"));
    }

    @Test
    void aTensorWithTooFewNumbersLeavesNoFile() {
        Path file = folder.resolve("short.safetensors");
        SafetensorsWriter writer = new SafetensorsWriter().floats("x", new float[] {1}, 2);
        assertThatThrownBy(() -> writer.write(file)).isInstanceOf(IllegalStateException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void numbersOfFloat32AreAViewOfTheFile() throws IOException {
        try (SafetensorsFile file = SafetensorsFile.open(TinyModels.trace("tied"))) {
            ByteBuffer logits = file.tensor("logits").float32();
            assertThat(logits.isDirect()).isTrue();
            assertThat(logits.isReadOnly()).isTrue();
            assertThat(logits.position()).isZero();
            assertThat(logits.order()).isEqualTo(ByteOrder.nativeOrder());
        }
    }

    @Test
    void aFileThatIsCutOffIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(TinyModels.trace("tied"));
        for (int length : new int[] {0, 7, 8, 100, whole.length - 1}) {
            Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> SafetensorsFile.open(file))
                    .as("%d bytes", length)
                    .isInstanceOf(BadInput.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | needs 8 bytes, but has 4",
                "{'x':{'dtype':'F32','shape':[1],'data_offsets':[-4,0]}} | -4 where a whole number",
                "{'x':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | what lies before it ends at 0",
                "{'x':{'dtype':'F32','shape':[1],'data_offsets':[4,0]}} | lies at data bytes 4 to 0",
                "{'x':{'dtype':'F32','shape':[3],'data_offsets':[0,12]}} | lies at data bytes 0 to 12 of 8",
                "{'x':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | its header speaks of 4",
                "{'x':{'dtype':'F33','shape':[2],'data_offsets':[0,8]}} | unknown dtype",
                "{'x':{'dtype':'Q4_0','shape':[32],'data_offsets':[0,18]}} | unknown dtype",
                "{'x':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}} | impossible shape",
                "{'x':{'dtype':'F32','shape':[1.5],'data_offsets':[0,8]}} | 1.5 where a whole number",
                "{'x':{'dtype':'F32','shape':2,'data_offsets':[0,8]}} | no shape",
                "{'x':{'dtype':'F32','shape':[2]}} | no data_offsets",
                "{'x':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'y':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}"
                        + " | what lies before it ends at 4",
                "{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}"
                        + " | Duplicate",
                "{'__metadata__':{'a':1},'x':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}} | is not text",
                "[1] | not a JSON object",
                "{'x':  | line 1: not valid JSON",
            })
    void aHeaderThatDoesNotAddUpIsRefused(String header, String fault) throws IOException {
        assertRefused(header.replace('\'', '"')).hasMessageContaining(fault);
    }

    @Test
    void aHeaderLongerThanTheFileIsRefusedBeforeItIsRead() throws IOException {
        Path file = folder.resolve("long");
        Files.write(
                file,
                ByteBuffer.allocate(16)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(Long.MAX_VALUE)
                        .array());
        assertThatThrownBy(() -> SafetensorsFile.open(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("byte 0")
                .hasMessageContaining("16");
    }

    @Test
    void arraysWithinArraysWithoutEndAreRefused() throws IOException {
        assertRefused("[".repeat(100_000)).hasMessageContaining("nesting depth");
    }

    @Test
    void numbersThatAreNotReadAreNamed() throws IOException {
        Path file = write("{\"x\":{\"dtype\":\"F8_E4M3\",\"shape\":[8],\"data_offsets\":[0,8]}}");
        try (SafetensorsFile opened = SafetensorsFile.open(file)) {
            assertThatThrownBy(() -> opened.floats("x"))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("F8_E4M3");
            assertThatThrownBy(() -> opened.integers("x")).isInstanceOf(BadInput.class);
            assertThatThrownBy(() -> opened.floats("y"))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("'y'");
        }
    }

    @Test
    void whatIsNoFileIsRefused() {
        assertThatThrownBy(() -> SafetensorsFile.open(folder.resolve("none")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no such file");
        assertThatThrownBy(() -> SafetensorsFile.open(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not a file");
    }

    private AbstractThrowableAssert<?, ?> assertRefused(String header) throws IOException {
        Path file = write(header);
        return assertThatThrownBy(() -> SafetensorsFile.open(file)).isInstanceOf(BadInput.class);
    }

    /** The header, then eight bytes of data. */
    private Path write(String header) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(16 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("x.safetensors"),
                bytes.putLong(text.length).put(text).array());
    }
}
