package org.vectorscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollBar;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.Patience;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;

/** What stands where in a window of 1280 × 800, with a model and a vector in it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutTest {
    private static final double LARGE = 19;

    private Lab lab;
    private Snapshots window;
    private ScreenContext context;

    @BeforeAll
    void openWindow(@TempDir Path folder) {
        lab = Lab.open(new DataFolder(folder.resolve("data")));
        window = Snapshots.open(lab, 1280, 800);
        context = Snapshots.onFx(() -> window.window().context());
        extract();
    }

    @AfterEach
    void closeDialog() {
        Snapshots.onFx(() -> {
            window.window().closeDialog();
            context.appearance().normalSize();
        });
    }

    @AfterAll
    void closeWindow() {
        Snapshots.onFx(() -> context.state().model().set(Optional.empty()));
        window.close();
        lab.close();
    }

    private void extract() {
        Snapshots.onFx(() -> {
            context.commands().use(lab.contrasts().samples().getFirst());
            context.commands().openModel(TinyModels.folder("talking"));
        });
        Patience.await(() -> context.state().model().get().isPresent());
        Snapshots.onFx(context.commands()::extract);
        Patience.await(() -> context.state().vector().get().isPresent());
    }

    @Test
    void aRowOfThePaletteIsAsHighAsAControlWithItsWordsInTheMiddle() {
        Snapshots.onFx(() -> window.window().palette());
        window.settle();

        ListCell<?> row = Snapshots.onFx(() -> window.window().lookupAll(".palette-list .list-cell").stream()
                .map(ListCell.class::cast)
                .filter(cell -> !cell.isEmpty())
                .findFirst()
                .orElseThrow());
        Bounds words = row.getGraphic().getBoundsInParent();
        assertThat(row.getHeight()).isBetween(26.0, 30.0);
        assertThat(words.getCenterY()).isBetween(row.getHeight() / 2 - 1.5, row.getHeight() / 2 + 1.5);
    }

    @Test
    void noWordIsCutOnAnyScreen() {
        for (ScreenId id : ScreenId.values()) {
            Snapshots.onFx(() -> window.window().goTo(id));
            Patience.await(() -> context.jobs().running().isEmpty());
            window.settle();
            assertThat(Snapshots.onFx(this::cut)).as(id.title()).isEmpty();
            assertThat(Snapshots.onFx(this::sideways)).as(id.title()).isEmpty();
        }
    }

    @Test
    void inLargeTypeNothingOfTheHeaderLiesOnAnother() {
        Snapshots.onFx(() -> context.appearance().textSize().set(LARGE));
        window.settle();

        List<Node> parts = new ArrayList<>(window.window().lookupAll(".chip"));
        parts.addAll(((Parent) window.window().lookup(".header-actions")).getChildrenUnmodifiable());
        assertThat(parts).hasSizeGreaterThan(6);
        Snapshots.onFx(() -> {
            for (int i = 1; i < parts.size(); i++) {
                assertThat(inWindow(parts.get(i)).getMinX())
                        .as(parts.get(i) + " after " + parts.get(i - 1))
                        .isGreaterThanOrEqualTo(inWindow(parts.get(i - 1)).getMaxX());
            }
            assertThat(inWindow(parts.getLast()).getMaxX()).isLessThanOrEqualTo(1280);
        });
    }

    @Test
    void inLargeTypeTheActionsOfEveryScreenAreInReach() {
        Snapshots.onFx(() -> context.appearance().textSize().set(LARGE));
        for (ScreenId id : ScreenId.values()) {
            Snapshots.onFx(() -> window.window().goTo(id));
            window.settle();
            Snapshots.onFx(() -> window.window().lookupAll(".button").stream()
                    .filter(LayoutTest::isShown)
                    .filter(button -> !isIn(button, "navigation"))
                    .forEach(button -> assertThat(inWindow(button).getMaxX())
                            .as(id.title() + ": " + button)
                            .isLessThanOrEqualTo(1280)));
        }
    }

    private static Bounds inWindow(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    /** Words that end in dots; the texts of tables are of any length, and are left out. */
    private List<String> cut() {
        return window.window().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled && !(node instanceof IndexedCell) && isShown(node))
                .map(Labeled.class::cast)
                .filter(label -> label.getChildrenUnmodifiable().stream()
                        .anyMatch(part -> part instanceof Text text
                                && !(part instanceof FontIcon)
                                && !text.getText().equals(label.getText())))
                .map(label -> label.getText() + " in " + label.getParent())
                .toList();
    }

    private List<String> sideways() {
        return window.window().lookupAll(".scroll-bar").stream()
                .filter(bar -> bar instanceof ScrollBar scroll
                        && scroll.getOrientation() == javafx.geometry.Orientation.HORIZONTAL
                        && isShown(bar))
                .map(bar -> bar + " in " + bar.getParent())
                .toList();
    }

    private static boolean isIn(Node node, String style) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(style)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
