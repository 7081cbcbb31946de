package org.vectorscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.common.Appearance;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.common.Theme;

class MainWindowTest {
    @TempDir
    Path folder;

    private Lab lab;
    private Snapshots window;

    @BeforeEach
    void openWindow() {
        lab = Lab.open(new DataFolder(folder));
        window = Snapshots.open(lab, 1280, 800);
        Snapshots.onFx(() -> window.window().goTo(ScreenId.MODEL));
    }

    @AfterEach
    void closeWindow() {
        window.close();
        lab.close();
    }

    @Test
    void everyScreenOpensWithoutAModel() {
        for (ScreenId id : ScreenId.values()) {
            Snapshots.onFx(() -> window.window().goTo(id));
            window.settle();
            assertThat(Snapshots.onFx(() -> window.window().front())).isEqualTo(id);
        }
    }

    @Test
    void theKeyboardReachesScreensTextSizeAndPresentation() {
        shortcut(KeyCode.DIGIT5);
        assertThat(Snapshots.onFx(() -> window.window().front())).isEqualTo(ScreenId.SIDE_BY_SIDE);

        Appearance appearance = window.window().context().appearance();
        shortcut(KeyCode.PLUS);
        assertThat(appearance.textSize().get()).isEqualTo(Appearance.BASE + 1);
        shortcut(KeyCode.DIGIT0);
        assertThat(appearance.textSize().get()).isEqualTo(Appearance.BASE);
        Snapshots.onFx(() -> window.window()
                .fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F11, false, false, false, false)));
        assertThat(appearance.presenting().get()).isTrue();
    }

    @Test
    void thePaletteFindsACommandByItsWords() {
        Snapshots.onFx(() -> window.window().palette());
        CommandPalette palette =
                (CommandPalette) Snapshots.onFx(() -> window.window().lookup(".palette"));
        Snapshots.onFx(() -> palette.search("theme dark"));

        assertThat(Snapshots.onFx(palette::titles)).isEqualTo(List.of("Dark or light theme"));
        Snapshots.onFx(palette::run);
        assertThat(window.window().context().appearance().theme().get()).isEqualTo(Theme.DARK);
    }

    @Test
    void aSetAloneLeavesTheVectorMissing() {
        LabState state = window.window().context().state();
        Snapshots.onFx(() -> window.window()
                .context()
                .commands()
                .use(lab.contrasts().samples().getFirst()));

        assertThat(Snapshots.onFx(() -> state.vectorFreshness().get())).isEqualTo(Freshness.MISSING);
        assertThat(Snapshots.onFx(this::words)).contains("sentiment");
    }

    @Test
    void theAboutBoxNamesLicences() {
        Snapshots.onFx(() -> window.window().about());
        window.settle();

        assertThat(Snapshots.onFx(this::words)).contains("OpenJFX", "GPL 2 with Classpath Exception");
    }

    @Test
    void theTourVisitsTheScreensInOrder() {
        Snapshots.onFx(() -> window.window().tour());
        assertThat(Snapshots.onFx(() -> window.window().front())).isEqualTo(ScreenId.MODEL);
        Snapshots.onFx(() -> window.window().escape());
    }

    private List<String> words() {
        return window.window().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled labeled && labeled.getText() != null)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private void shortcut(KeyCode key) {
        Snapshots.onFx(() -> window.window()
                .getScene()
                .getAccelerators()
                .get(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN))
                .run());
    }
}
