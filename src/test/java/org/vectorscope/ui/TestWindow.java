package org.vectorscope.ui;

import static org.vectorscope.ui.Patience.await;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.figure.screen.ChartPane;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;

/**
 * A lab of its own in a real window without a display, and what a person would see and do there. What looks at nodes is
 * to be called on the JavaFX thread, in {@link Patience#await} or {@link Snapshots#onFx}; the rest from the test's.
 */
public final class TestWindow implements AutoCloseable {
    private final Lab lab;
    private final Snapshots window;
    private final ScreenContext context;

    private TestWindow(Lab lab) {
        this.lab = lab;
        window = Snapshots.open(lab, 1280, 800);
        context = Snapshots.onFx(() -> window.window().context());
    }

    /** @param data an empty folder, or that of a window that was closed */
    public static TestWindow open(Path data) {
        return new TestWindow(Lab.open(new DataFolder(data)));
    }

    /** The lab stays open when the window is closed. */
    public static TestWindow open(Lab lab) {
        return new TestWindow(lab);
    }

    public Lab lab() {
        return lab;
    }

    public Snapshots window() {
        return window;
    }

    public ScreenContext context() {
        return context;
    }

    public LabState state() {
        return context.state();
    }

    public void goTo(ScreenId screen) {
        Snapshots.onFx(() -> window.window().goTo(screen));
        window.settle();
    }

    /** Loads the committed model of two blocks that has a chat template. */
    public void openTiny(ContrastSet set) {
        Snapshots.onFx(() -> {
            context.commands().use(set);
            context.commands().openModel(TinyModels.folder("talking"));
        });
        await(() -> state().model().get().isPresent());
    }

    /** The vector of what is in force. */
    public void extract() {
        await(context.commands()::canExtract);
        Snapshots.onFx(context.commands()::extract);
        await(() -> state().vector().get().isPresent());
    }

    /** Until no job runs. */
    public void rest() {
        await(this::isAtRest);
    }

    private boolean isAtRest() {
        return context.jobs().running().isEmpty() && lab.jobs().unended().isEmpty();
    }

    /** Once a condition holds on the JavaFX thread, and no job runs. */
    public void rest(BooleanSupplier condition) {
        await(() -> isAtRest() && condition.getAsBoolean());
    }

    /** Everything in sight that a label or button says. */
    public String words() {
        return labels().collect(Collectors.joining("\n"));
    }

    public Stream<String> labels() {
        return inSight()
                .filter(node -> node instanceof Labeled labeled && labeled.getText() != null)
                .map(node -> ((Labeled) node).getText());
    }

    /** Every piece of text in sight. */
    public String texts() {
        return inSight()
                .filter(Text.class::isInstance)
                .map(node -> ((Text) node).getText())
                .collect(Collectors.joining("\n"));
    }

    /** Titles of the charts in sight. */
    public List<String> charts() {
        return panes().flatMap(pane -> pane.figure().stream())
                .map(figure -> figure.title())
                .toList();
    }

    public ChartPane chart(String title) {
        return panes().filter(pane ->
                        pane.figure().filter(f -> f.title().equals(title)).isPresent())
                .findFirst()
                .orElseThrow();
    }

    public Stream<ChartPane> panes() {
        return inSight().filter(ChartPane.class::isInstance).map(ChartPane.class::cast);
    }

    /** Presses the first button in sight that says this and can be pressed. */
    public void press(String words) {
        press(button -> words.equals(button.getText()));
    }

    public void press(Predicate<ButtonBase> which) {
        ((ButtonBase) node(n -> n instanceof ButtonBase button && !button.isDisabled() && which.test(button))).fire();
    }

    /** The first in sight. */
    public Node node(Predicate<Node> wanted) {
        return inSight().filter(wanted).findFirst().orElseThrow();
    }

    public Stream<Node> inSight() {
        return window.window().lookupAll("*").stream().filter(TestWindow::isShown);
    }

    public static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    public static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Override
    public void close() {
        window.close();
        lab.close();
    }
}
