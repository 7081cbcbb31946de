package org.vectorscope.ui.vector;

import static org.vectorscope.ui.Patience.await;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.figure.screen.ChartPane;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;

/** From pairs to a vector to its geometry, in a real window without a display and with a real model of two blocks. */
class VectorPathTest {

    @TempDir
    Path folder;

    private Lab lab;
    private Snapshots window;
    private ScreenContext context;
    private LabState state;

    @BeforeEach
    void openWindow() {
        lab = Lab.open(new DataFolder(folder.resolve("data")));
        window = Snapshots.open(lab, 1280, 800);
        context = Snapshots.onFx(() -> window.window().context());
        state = context.state();
        Snapshots.onFx(() -> window.window().goTo(ScreenId.VECTOR));
    }

    @AfterEach
    void closeWindow() {
        window.close();
        lab.close();
    }

    @Test
    void withoutAModelTheScreenSaysWhereToGetOne() {
        await(() -> words().contains("Choose a model"));
    }

    @Test
    void extractingShowsTheMeasuresAndARecommendation() {
        openTiny();
        await(() -> words().contains("All layers from one pass over 16 texts."));

        Snapshots.onFx(() -> press("Extract"));

        await(() -> words().contains("8 pairs · mean difference · nothing generated yet"));
        await(() -> texts().contains("strength"));
        await(() -> words().contains("1 in use"));
    }

    @Test
    void aChangedMethodMakesTheVectorStaleAndTheListKeepsBoth() {
        extract();
        Snapshots.onFx(() -> press("PCA"));
        await(() -> words().contains("Out of date"));

        Snapshots.onFx(() -> press("Extract"));

        await(() -> words().contains("8 pairs · PCA · nothing generated yet"));
        await(() -> charts().contains("Cosine"));
    }

    @Test
    void theGeometryFollowsTheThresholdAndPairsCanBeDropped() {
        extract();
        Snapshots.onFx(() -> window.window().goTo(ScreenId.GEOMETRY));
        await(() -> charts().containsAll(List.of("Activation norms", "Pair differences", "Spectrum")));
        await(() -> texts().contains("lie below 10⁻³ × the largest eigenvalue"));

        Snapshots.onFx(() -> ((Slider) node(n -> n instanceof Slider s && s.getMin() == -6)).setValue(-1));
        await(() -> texts().contains("lie below 0.1 × the largest eigenvalue")
                || texts().contains("lie below 10⁻¹ × the largest eigenvalue"));

        Snapshots.onFx(() -> {
            ChartPane chart = chart("Pair differences");
            chart.fireEvent(key(KeyCode.RIGHT));
            chart.fireEvent(key(KeyCode.ENTER));
        });
        await(() -> words().contains("Drop"));
        Snapshots.onFx(() -> ((Hyperlink) node(n -> n instanceof Hyperlink h && "Drop".equals(h.getText()))).fire());

        await(() -> !state.dropped().get().isEmpty());
        await(() -> words().contains("No vector"));
    }

    @Test
    void theJacobianIsMeasuredWhenAskedForAndFollowsTheThreshold() {
        extract();
        Snapshots.onFx(() -> window.window().goTo(ScreenId.GEOMETRY));
        await(() -> words().contains("Which directions at this layer change what comes next"));

        Snapshots.onFx(() -> press("Measure the Jacobian"));

        await(() -> charts().contains("Jacobian spectrum"));
        await(() -> texts().contains("hardly change the next token (σ below 3.2 % of the largest)"));
        Snapshots.onFx(() -> ((Slider) node(n -> n instanceof Slider s && s.getMin() == -6)).setValue(-2));
        await(() -> texts().contains("hardly change the next token (σ below 10 % of the largest)"));
    }

    private void openTiny() {
        Snapshots.onFx(() -> {
            ContrastSet set = lab.contrasts().samples().getFirst();
            context.commands().use(set.first(OptionalInt.of(8)));
            context.commands().openModel(TinyModels.folder("talking"));
        });
        await(() -> state.model().get().isPresent());
    }

    private void extract() {
        openTiny();
        await(context.commands()::canExtract);
        Snapshots.onFx(() -> context.commands().extract());
        await(() -> state.vector().get().isPresent());
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    private void press(String words) {
        ((ButtonBase) node(n -> n instanceof ButtonBase button
                        && words.equals(button.getText())
                        && shown(button)
                        && !button.isDisabled()))
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
                .filter(VectorPathTest::shown)
                .flatMap(node -> ((ChartPane) node).figure().stream())
                .map(figure -> figure.title())
                .toList();
    }

    private ChartPane chart(String title) {
        return (ChartPane) node(n -> n instanceof ChartPane pane
                && pane.figure().filter(f -> f.title().equals(title)).isPresent());
    }

    private Node node(java.util.function.Predicate<Node> wanted) {
        return window.window().lookupAll("*").stream()
                .filter(wanted)
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
}
