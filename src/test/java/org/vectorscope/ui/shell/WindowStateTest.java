package org.vectorscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vectorscope.lab.PrecisionChoice;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.common.Theme;

class WindowStateTest {
    @TempDir
    Path folder;

    @Test
    void theWindowComesBackAsItWasLeft() {
        WindowState left = new WindowState(
                10, 20, 1400, 900, false, ScreenId.GEOMETRY, Theme.DARK, 15, true, 10, PrecisionChoice.BF16);
        left.write(folder.resolve("new"));

        assertThat(WindowState.read(folder.resolve("new"))).isEqualTo(left);
    }

    @Test
    void aFirstStartHasNoPlaceOfItsOwn() {
        WindowState.FIRST.write(folder);

        assertThat(WindowState.read(folder)).isEqualTo(WindowState.FIRST);
        assertThat(WindowState.read(folder.resolve("elsewhere"))).isEqualTo(WindowState.FIRST);
    }

    @Test
    void whatAnOlderFileDoesNotSayIsAsAtTheFirstStart() throws IOException {
        WindowState.FIRST.write(folder);
        Path file = folder.resolve("window.json");
        Files.writeString(file, Files.readString(file).replace(",\"precision\":\"AUTOMATIC\"", ""));

        assertThat(Files.readString(file)).doesNotContain("precision");
        assertThat(WindowState.read(folder)).isEqualTo(WindowState.FIRST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"width\": 3}", "{\"screen\": \"KITCHEN\"}", "{\"x\": \"wide\"}"})
    void aDamagedFileStartsTheWindowAsNew(String content) throws IOException {
        Files.writeString(folder.resolve("window.json"), content);

        assertThat(WindowState.read(folder)).isEqualTo(WindowState.FIRST);
    }
}
