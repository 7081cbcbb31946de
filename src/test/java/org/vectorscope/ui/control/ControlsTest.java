package org.vectorscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.vector.Interval;
import org.vectorscope.vector.LayerReport;

/** Controls in a real window, so that they have their style sheet and fonts. */
class ControlsTest {
    @TempDir
    Path folder;

    private Lab lab;
    private Snapshots window;

    @BeforeEach
    void openWindow() {
        lab = Lab.open(new DataFolder(folder));
        window = Snapshots.open(lab, 1000, 700);
    }

    @AfterEach
    void closeWindow() {
        window.close();
        lab.close();
    }

    @Test
    void arrowKeysMoveAlongTheLayersAndStopAtTheEnds() {
        LayerStrip strip = Snapshots.onFx(() -> {
            LayerStrip made = new LayerStrip();
            made.blocks().set(4);
            made.selected().set(2);
            window.window().getChildren().add(made);
            return made;
        });
        window.settle();

        assertThat(pressed(strip, KeyCode.RIGHT)).isEqualTo(3);
        assertThat(pressed(strip, KeyCode.RIGHT)).isEqualTo(3);
        assertThat(pressed(strip, KeyCode.LEFT)).isEqualTo(2);
        assertThat(pressed(strip, KeyCode.HOME)).isZero();
        assertThat(pressed(strip, KeyCode.END)).isEqualTo(3);
    }

    @Test
    void eachLayerTellsItsNumbersToAScreenReader() {
        LayerStrip strip = Snapshots.onFx(() -> {
            LayerStrip made = new LayerStrip();
            made.blocks().set(2);
            made.reports().set(List.of(new LayerReport(1, 2, 10, 0.4, 3, 0.97, new Interval(0.9, 0.8, 1))));
            window.window().getChildren().add(made);
            return made;
        });
        window.settle();

        assertThat(Snapshots.onFx(() -> strip.lookupAll(".cell").stream()
                        .map(c -> c.getAccessibleText())
                        .toList()))
                .contains("Layer 0", "Layer 1, agreement 0.40, AUC 0.97, ‖v‖/‖h‖ 0.20, stability 0.90");
    }

    @Test
    void tokensMakeWordsWhateverTheirNumber() {
        TokenText text = Snapshots.onFx(() -> {
            TokenText made = new TokenText();
            for (String piece : List.of("I", " un", "der", "stand", ",", "\n\n", "you", " ", "see")) {
                made.append(piece, 0.1);
            }
            return made;
        });

        assertThat(Snapshots.onFx(text::words)).containsExactly("I", "understand,", "you", "see");
    }

    @Test
    void aNarrowerTextIsHigherAndALineBreakIsKept() {
        double[] heights = Snapshots.onFx(() -> {
            TokenText text = new TokenText();
            window.window().getChildren().add(text);
            text.append("one two three four five six seven eight nine ten", 0);
            text.mark(Set.of(1, 3));
            double wide = text.prefHeight(2000);
            double narrow = text.prefHeight(80);
            text.append("\nnext", 0);
            return new double[] {wide, narrow, text.prefHeight(2000)};
        });

        assertThat(heights[1]).isGreaterThan(3 * heights[0]);
        assertThat(heights[2]).isEqualTo(2 * heights[0]);
    }

    @Test
    void aNumberOutOfRangeIsNotTaken() {
        NumberPill pill = Snapshots.onFx(() -> new NumberPill("Temp.", 0.8, 0, 2, Formats::plain));

        Snapshots.onFx(() -> type(pill, "7"));
        assertThat(Snapshots.onFx(() -> pill.value().get())).isEqualTo(0.8);
        Snapshots.onFx(() -> type(pill, "1,25"));
        assertThat(Snapshots.onFx(() -> pill.value().get())).isEqualTo(1.25);
    }

    private static void type(NumberPill pill, String text) {
        TextField field = (TextField) pill.getChildren().getLast();
        field.setText(text);
        field.getOnAction().handle(null);
    }

    private static int pressed(LayerStrip strip, KeyCode key) {
        return Snapshots.onFx(() -> {
            strip.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
            return strip.selected().get();
        });
    }
}
