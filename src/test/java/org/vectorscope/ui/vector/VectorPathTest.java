package org.vectorscope.ui.vector;

import static org.vectorscope.ui.Patience.await;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Slider;
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

/** From pairs to a vector to its geometry, in a real window without a display and with a real model of two blocks. */
class VectorPathTest {

    @TempDir
    Path folder;

    private TestWindow window;

    @BeforeEach
    void openWindow() {
        window = TestWindow.open(folder.resolve("data"));
        window.goTo(ScreenId.VECTOR);
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void withoutAModelTheScreenSaysWhereToGetOne() {
        await(() -> window.words().contains("Choose a model"));
    }

    @Test
    void extractingShowsTheMeasuresAndARecommendation() {
        openTiny();
        await(() -> window.words().contains("All layers from one pass over 16 texts."));

        Snapshots.onFx(() -> window.press("Extract"));

        await(() -> window.words().contains("8 pairs · mean difference · nothing generated yet"));
        await(() -> window.texts().contains("strength"));
        await(() -> window.words().contains("1 in use"));
    }

    @Test
    void aChangedMethodMakesTheVectorStaleAndTheListKeepsBoth() {
        extract();
        Snapshots.onFx(() -> window.press("PCA"));
        await(() -> window.words().contains("Out of date"));

        Snapshots.onFx(() -> window.press("Extract"));

        await(() -> window.words().contains("8 pairs · PCA · nothing generated yet"));
        await(() -> window.charts().contains("Cosine"));
    }

    @Test
    void theGeometryFollowsTheThresholdAndPairsCanBeDropped() {
        extract();
        window.goTo(ScreenId.GEOMETRY);
        await(() -> window.charts().containsAll(List.of("Activation norms", "Pair differences", "Spectrum")));
        await(() -> window.texts().contains("lie below 10⁻³ × the largest eigenvalue"));

        Snapshots.onFx(() -> ((Slider) window.node(n -> n instanceof Slider s && s.getMin() == -6)).setValue(-1));
        await(() -> window.texts().contains("lie below 0.1 × the largest eigenvalue")
                || window.texts().contains("lie below 10⁻¹ × the largest eigenvalue"));

        Snapshots.onFx(() -> {
            ChartPane chart = window.chart("Pair differences");
            chart.fireEvent(TestWindow.key(KeyCode.RIGHT));
            chart.fireEvent(TestWindow.key(KeyCode.ENTER));
        });
        await(() -> window.words().contains("Drop"));
        Snapshots.onFx(
                () -> ((Hyperlink) window.node(n -> n instanceof Hyperlink h && "Drop".equals(h.getText()))).fire());

        await(() -> !window.state().dropped().get().isEmpty());
        await(() -> window.words().contains("No vector"));
    }

    @Test
    void theJacobianIsMeasuredWhenAskedForAndFollowsTheThreshold() {
        extract();
        window.goTo(ScreenId.GEOMETRY);
        await(() -> window.words().contains("Which directions at this layer change what comes next"));

        Snapshots.onFx(() -> window.press("Measure the Jacobian"));

        await(() -> window.charts().contains("Jacobian spectrum"));
        await(() -> window.texts().contains("hardly change the next token (σ below 3.2 % of the largest)"));
        Snapshots.onFx(() -> ((Slider) window.node(n -> n instanceof Slider s && s.getMin() == -6)).setValue(-2));
        await(() -> window.texts().contains("hardly change the next token (σ below 10 % of the largest)"));
    }

    private void openTiny() {
        window.openTiny(SampleSets.find("sentiment").orElseThrow().first(OptionalInt.of(8)));
    }

    private void extract() {
        openTiny();
        window.extract();
    }
}
