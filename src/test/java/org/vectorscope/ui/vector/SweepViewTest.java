package org.vectorscope.ui.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vectorscope.ui.Patience.await;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.figure.screen.ChartPane;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.TestWindow;
import org.vectorscope.ui.common.ScreenId;

/** The layer × strength map in a real window without a display, on a real model of two blocks. */
class SweepViewTest {
    @TempDir
    Path folder;

    private TestWindow window;

    @BeforeEach
    void openWindow() {
        window = TestWindow.open(folder.resolve("data"));
        window.goTo(ScreenId.VECTOR);
        Snapshots.onFx(() -> press("Sweep", false));
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    private void open(String set) {
        window.openTiny(SampleSets.find(set).orElseThrow());
    }

    @Test
    void aSetWithoutLettersIsSaidToBeNone() {
        open("sentiment");
        await(() -> window.words().contains("Not an A/B set"));
    }

    @Test
    void theMapSaysWhatItFoundAndItsCellsCanBeReadByKeyboard() {
        open("patience");
        await(() -> window.words().contains("Not swept yet"));

        Snapshots.onFx(() -> press("Sweep", true));

        await(() -> window.charts().containsAll(List.of("Layer × strength", "Slope of each layer")));
        await(() -> window.texts().contains("logits a unit of strength")
                && !window.words().contains("provisional"));
        Snapshots.onFx(() -> {
            ChartPane chart = window.chart("Layer × strength");
            chart.fireEvent(TestWindow.key(KeyCode.HOME));
            chart.fireEvent(TestWindow.key(KeyCode.RIGHT));
            assertThat(chart.getAccessibleText()).startsWith("Layer 1, ").contains("propensity", "n = ");
        });
    }

    @Test
    void aSweepThatIsKeptIsShownAtOnce() {
        open("patience");
        Snapshots.onFx(() -> press("Sweep", true));
        await(() -> window.charts().contains("Layer × strength"));
        await(() -> !window.words().contains("provisional"));

        Snapshots.onFx(() ->
                window.context().commands().use(SampleSets.find("sentiment").orElseThrow()));
        await(() -> !window.charts().contains("Layer × strength"));
        open("patience");
        await(() -> window.charts().contains("Layer × strength"));
    }

    /** @param primary the screen's main button, not the choice of the view */
    private void press(String words, boolean primary) {
        window.press(b -> words.equals(b.getText()) && b.getStyleClass().contains("primary") == primary);
    }
}
