package org.vectorscope.ui.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.figure.screen.ChartPane;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;

/** The layer × strength map in a real window without a display, on a real model of two blocks. */
class SweepViewTest {
    private static final long PATIENCE = 60_000_000_000L;

    @TempDir
    Path folder;

    private Lab lab;
    private Snapshots window;
    private ScreenContext context;

    @BeforeEach
    void openWindow() {
        lab = Lab.open(new DataFolder(folder.resolve("data")));
        window = Snapshots.open(lab, 1280, 800);
        context = Snapshots.onFx(() -> window.window().context());
        Snapshots.onFx(() -> window.window().goTo(ScreenId.VECTOR));
        Snapshots.onFx(() -> press("Sweep", false));
    }

    @AfterEach
    void closeWindow() {
        window.close();
        lab.close();
    }

    private void open(String set) {
        Snapshots.onFx(() -> {
            context.commands()
                    .use(lab.contrasts().samples().stream()
                            .filter(s -> s.name().equals(set))
                            .findFirst()
                            .orElseThrow());
            context.commands().openModel(TinyModels.folder("talking"));
        });
        await(() -> context.state().model().get().isPresent());
    }

    @Test
    void aSetWithoutLettersIsSaidToBeNone() {
        open("sentiment");
        await(() -> words().contains("Not an A/B set"));
    }

    @Test
    void theMapSaysWhatItFoundAndItsCellsCanBeReadByKeyboard() {
        open("patience");
        await(() -> words().contains("Not swept yet"));

        Snapshots.onFx(() -> press("Sweep", true));

        await(() -> charts().containsAll(List.of("Layer × strength", "Slope of each layer")));
        await(() -> texts().contains("logits a unit of strength") && !words().contains("provisional"));
        Snapshots.onFx(() -> {
            ChartPane chart = chart("Layer × strength");
            chart.fireEvent(key(KeyCode.HOME));
            chart.fireEvent(key(KeyCode.RIGHT));
            assertThat(chart.getAccessibleText()).startsWith("Layer 1, ").contains("propensity", "n = ");
        });
    }

    @Test
    void aSweepThatIsKeptIsShownAtOnce() {
        open("patience");
        Snapshots.onFx(() -> press("Sweep", true));
        await(() -> charts().contains("Layer × strength"));
        await(() -> !words().contains("provisional"));

        Snapshots.onFx(() -> context.commands().use(lab.contrasts().samples().getFirst()));
        await(() -> !charts().contains("Layer × strength"));
        open("patience");
        await(() -> charts().contains("Layer × strength"));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    /** @param primary the screen's main button, not the choice of the view */
    private void press(String words, boolean primary) {
        ((ButtonBase) window.window().lookupAll("*").stream()
                        .filter(n -> n instanceof ButtonBase button
                                && words.equals(button.getText())
                                && shown(button)
                                && button.getStyleClass().contains("primary") == primary
                                && !button.isDisabled())
                        .findFirst()
                        .orElseThrow())
                .fire();
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private List<String> charts() {
        return window.window().lookupAll(".chart-pane").stream()
                .filter(SweepViewTest::shown)
                .flatMap(node -> ((ChartPane) node).figure().stream())
                .map(figure -> figure.title())
                .toList();
    }

    private ChartPane chart(String title) {
        return window.window().lookupAll(".chart-pane").stream()
                .map(ChartPane.class::cast)
                .filter(pane ->
                        pane.figure().filter(f -> f.title().equals(title)).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private String words() {
        return window.window().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled labeled && labeled.getText() != null && shown(node))
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }

    private String texts() {
        return window.window().lookupAll("*").stream()
                .filter(node -> node instanceof Text && shown(node))
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining("\n"));
    }

    private static void await(BooleanSupplier condition) {
        long until = System.nanoTime() + PATIENCE;
        while (!Snapshots.onFx(condition::getAsBoolean)) {
            assertThat(System.nanoTime())
                    .as("the window did not come to this in time")
                    .isLessThan(until);
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
