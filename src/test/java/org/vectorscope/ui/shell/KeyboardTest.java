package org.vectorscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vectorscope.ui.Patience.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.job.Jobs;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.TestWindow;
import org.vectorscope.ui.common.Appearance;
import org.vectorscope.ui.common.ScreenId;

/** Keys pressed as a person presses them, in a real window without a display. */
class KeyboardTest {
    @TempDir
    Path folder;

    private TestWindow window;

    @BeforeEach
    void openWindow() {
        window = TestWindow.open(folder.resolve("data"));
        Snapshots.onFx(() -> window.context()
                .commands()
                .use(SampleSets.find("sentiment").orElseThrow().first(OptionalInt.of(6))));
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aDigitWithControlGoesToEachScreen() {
        for (ScreenId id : ScreenId.values()) {
            press(KeyCode.CONTROL, KeyCode.valueOf("DIGIT" + (id.ordinal() + 1)));
            await(() -> window.window().window().front() == id);
        }
    }

    @Test
    void theTextGrowsShrinksAndGoesBackToItsSize() {
        Appearance appearance = window.context().appearance();
        press(KeyCode.CONTROL, KeyCode.EQUALS);
        press(KeyCode.CONTROL, KeyCode.ADD);
        await(() -> appearance.textSize().get() == Appearance.BASE + 2);
        press(KeyCode.CONTROL, KeyCode.MINUS);
        await(() -> appearance.textSize().get() == Appearance.BASE + 1);
        press(KeyCode.CONTROL, KeyCode.DIGIT0);
        await(() -> appearance.textSize().get() == Appearance.BASE);
    }

    @Test
    void aKeyBeginsAndEndsThePresentation() {
        press(KeyCode.F11);
        await(() -> window.context().appearance().presenting().get());
        press(KeyCode.F11);
        await(() -> !window.context().appearance().presenting().get());
    }

    @Test
    void anEditedPairIsTakenBackAndBroughtAgainByKeysAlone() {
        Pair before = pairs().getFirst();
        window.goTo(ScreenId.CONTRAST);
        Snapshots.onFx(() -> ((TableView<?>) window.node(n -> n instanceof TableView)).requestFocus());
        press(KeyCode.ENTER);
        await(() -> window.words().contains("Pair 1"));
        await(() -> owner() instanceof TextArea);
        press(KeyCode.X);
        press(KeyCode.CONTROL, KeyCode.ENTER);
        await(() -> !pairs().getFirst().equals(before));
        Pair edited = pairs().getFirst();
        assertThat(edited.prompt()).isEqualToIgnoringCase("x" + before.prompt());
        assertThat(Snapshots.onFx(() -> window.window().window().front())).isEqualTo(ScreenId.CONTRAST);

        press(KeyCode.CONTROL, KeyCode.Z);
        await(() -> pairs().getFirst().equals(before));
        press(KeyCode.CONTROL, KeyCode.Y);
        await(() -> pairs().getFirst().equals(edited));
        press(KeyCode.CONTROL, KeyCode.Z);
        await(() -> pairs().getFirst().equals(before));
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        await(() -> pairs().getFirst().equals(edited));
    }

    @Test
    void escapeClosesADialogAndLeavesThePairAsItWas() {
        Pair before = pairs().getFirst();
        window.goTo(ScreenId.CONTRAST);
        Snapshots.onFx(() -> ((TableView<?>) window.node(n -> n instanceof TableView)).requestFocus());
        press(KeyCode.ENTER);
        await(() -> owner() instanceof TextArea);
        press(KeyCode.X);
        press(KeyCode.ESCAPE);
        await(() -> !window.window().window().hasDialog());
        assertThat(pairs().getFirst()).isEqualTo(before);
        await(() -> owner() instanceof TableView);
    }

    @Test
    void noScreenIsGoneToBehindADialog() {
        press(KeyCode.CONTROL, KeyCode.K);
        await(() -> window.window().window().hasDialog());
        press(KeyCode.CONTROL, KeyCode.DIGIT4);
        press(KeyCode.ESCAPE);
        await(() -> !window.window().window().hasDialog());
        assertThat(Snapshots.onFx(() -> window.window().window().front())).isEqualTo(ScreenId.MODEL);
    }

    @Test
    void escapeClosesAPopoverAndNothingElse() {
        CountDownLatch busy = busy();
        Snapshots.onFx(() -> ((ButtonBase) window.node(n -> n instanceof Chip)).fire());
        await(() -> Window.getWindows().size() > 1);

        press(KeyCode.ESCAPE);

        await(() -> Window.getWindows().size() == 1);
        assertThat(Snapshots.onFx(() -> window.context().jobs().running())).isNotEmpty();
        busy.countDown();
        window.rest();
    }

    @Test
    void escapeCallsTheRunningJobOffWhereNothingIsOpen() {
        CountDownLatch busy = busy();

        press(KeyCode.ESCAPE);

        await(() -> window.words().contains("Stopping"));
        busy.countDown();
        await(() -> window.words().contains("cancelled"));
    }

    @Test
    void afterATourEscapeCallsTheJobOffAtOnce() {
        Snapshots.onFx(() -> window.window().window().tour());
        press(KeyCode.ESCAPE);
        await(() -> Window.getWindows().size() == 1);
        CountDownLatch busy = busy();

        press(KeyCode.ESCAPE);

        await(() -> window.words().contains("Stopping"));
        busy.countDown();
        window.rest();
    }

    @Test
    void tabGoesThroughTheWholeWindowAndComesBackToWhereItBegan() {
        window.goTo(ScreenId.CONTRAST);
        Snapshots.onFx(() -> window.window().window().focusNavigation());
        Node start = Snapshots.onFx(this::owner);
        List<Node> visited = new ArrayList<>();
        do {
            press(KeyCode.TAB);
            visited.add(Snapshots.onFx(this::owner));
        } while (visited.getLast() != start && visited.size() < 80);

        assertThat(visited.getLast()).isSameAs(start);
        assertThat(visited).doesNotHaveDuplicates();
        assertThat(visited).anyMatch(Chip.class::isInstance).anyMatch(TableView.class::isInstance);
        assertThat(Snapshots.onFx(() -> window.inSight()
                        .filter(n -> n instanceof ButtonBase && !(n instanceof ToggleButton))
                        .filter(n -> n.isFocusTraversable() && !n.isDisabled())
                        .filter(n -> !visited.contains(n))
                        .map(n -> ((ButtonBase) n).getText())
                        .toList()))
                .isEmpty();
    }

    private CountDownLatch busy() {
        CountDownLatch end = new CountDownLatch(1);
        Snapshots.onFx(() -> window.context()
                .jobs()
                .run(
                        Jobs.Lane.ENGINE,
                        "Busy",
                        monitor -> {
                            end.await();
                            monitor.check();
                            return Optional.empty();
                        },
                        done -> {},
                        failed -> {}));
        await(() -> window.words().contains("Busy"));
        return end;
    }

    private List<Pair> pairs() {
        return window.state().pairsInUse().get().orElseThrow().pairs();
    }

    private Node owner() {
        return window.window().window().getScene().getFocusOwner();
    }

    private void press(KeyCode... keys) {
        Snapshots.onFx(() -> {
            Robot robot = new Robot();
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
        window.window().settle();
    }
}
