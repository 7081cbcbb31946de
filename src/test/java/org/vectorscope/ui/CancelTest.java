package org.vectorscope.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vectorscope.ui.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.cli.Starter;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.job.JobState;
import org.vectorscope.lab.PrecisionChoice;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.JobLine;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.control.ChartCard;
import org.vectorscope.ui.control.TokenText;
import org.vectorscope.vector.ExtractionMethod;

/**
 * Every job that the window can start on the starter model, called off with Escape in the midst of it: it ends as
 * cancelled, and the screen keeps what it showed before. How long that took is reported, not held against a clock.
 */
@Tag("slow")
class CancelTest {
    @TempDir
    Path folder;

    private TestWindow window;
    private LabState state;
    private TestReporter reporter;

    @BeforeEach
    void openWindow(TestReporter reporter) {
        this.reporter = reporter;
        Path starter = Starter.path();
        window = TestWindow.open(folder.resolve("data"));
        state = window.state();
        Snapshots.onFx(() -> {
            window.context().commands().use(SampleSets.find("sentiment").orElseThrow());
            window.context().commands().openModel(starter);
        });
        window.rest(() -> state.model().get().isPresent());
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aModelThatIsBeingLoadedLeavesTheOneBefore() {
        var before = state.model().get();

        cancelled("Opening", () -> window.context().commands().openModel(Starter.path()));

        assertThat(Snapshots.onFx(() -> state.model().get())).isEqualTo(before);
        window.extract();
    }

    @Test
    void aPrecisionThatIsBeingLoadedLeavesTheOneBefore() {
        cancelled("Opening", () -> window.context().commands().choose(PrecisionChoice.F16W));

        assertThat(Snapshots.onFx(() -> state.precision().get())).isEqualTo(PrecisionChoice.F32);
        window.extract();
    }

    @Test
    void aVectorLeavesTheScreenReadyToExtractAgain() {
        window.goTo(ScreenId.VECTOR);
        cancelled("Vector from", () -> window.press("Extract"));

        assertThat(Snapshots.onFx(() -> state.vectorFreshness().get())).isEqualTo(Freshness.TO_COMPUTE);
        Snapshots.onFx(() -> window.press("Extract"));
        window.rest(() -> state.vector().get().isPresent());
    }

    @Test
    void aVectorOfAnotherMethodLeavesTheOneBeforeToGoBackTo() {
        window.extract();
        Snapshots.onFx(() -> window.context().commands().use(ExtractionMethod.LOGISTIC));
        cancelled("Vector from", () -> window.context().commands().extract());

        Snapshots.onFx(() -> window.context().commands().use(ExtractionMethod.MEAN));
        await(() -> state.vectorFreshness().get().isCurrent());
    }

    @Test
    void theGeometryOfACorpusLeavesThatOfThePairsToGoBackTo() throws IOException {
        Path corpus = corpus(4000);
        window.extract();
        window.goTo(ScreenId.GEOMETRY);
        window.rest(() -> window.charts().contains("Pair differences"));

        cancelled("Geometry", () -> state.corpus().set(Optional.of(corpus)));

        Snapshots.onFx(() -> state.corpus().set(Optional.empty()));
        window.rest(() -> window.charts().contains("Pair differences"));
    }

    @Test
    void aJacobianLeavesTheGeometryAndItsOwnButton() {
        window.extract();
        window.goTo(ScreenId.GEOMETRY);
        window.rest(() -> window.charts().contains("Spectrum"));

        cancelled("Jacobian", () -> window.press("Measure the Jacobian"));

        assertThat(Snapshots.onFx(() -> window.charts())).contains("Spectrum").doesNotContain("Jacobian spectrum");
        assertThat(Snapshots.onFx(() -> window.words())).contains("Measure the Jacobian");
    }

    @Test
    void textsSideBySideStayAsFarAsTheyCameAndAreSaidToBeCutOff() {
        window.extract();
        window.goTo(ScreenId.SIDE_BY_SIDE);
        cancelled("Generating", () -> window.window().window().mainAction(), () -> texts().length() > 200);

        assertThat(Snapshots.onFx(() -> window.words())).contains("Stopped before the end");
        assertThat(Snapshots.onFx(this::texts)).isNotEmpty();
    }

    @Test
    void textsThatWereThereBeforeStayWhereNoneOfTheNewHaveBegun() {
        window.extract();
        window.goTo(ScreenId.SIDE_BY_SIDE);
        Snapshots.onFx(() -> ((TextField) window.node(n -> isField(n, "Max"))).setText("6"));
        Snapshots.onFx(() -> ((TextField) window.node(n -> isField(n, "Max"))).fireEvent(new ActionEvent()));
        Snapshots.onFx(() -> window.window().window().mainAction());
        window.rest(() -> !texts().isEmpty());
        String before = Snapshots.onFx(this::texts);

        Snapshots.onFx(() -> {
            window.press("Rerun");
            window.window().window().escape();
        });
        window.rest();

        assertThat(Snapshots.onFx(this::texts)).isEqualTo(before);
        assertThat(Snapshots.onFx(() -> window.words())).contains("Out of date");
    }

    @Test
    void aSweepKeepsTheItemsItHas() {
        Snapshots.onFx(() ->
                window.context().commands().use(SampleSets.find("patience").orElseThrow()));
        Snapshots.onFx(() -> state.sweeping().set(true));
        window.goTo(ScreenId.VECTOR);
        cancelled(
                "Sweep",
                () -> window.press(
                        b -> b.getText().equals("Sweep") && b.getStyleClass().contains("primary")),
                () -> window.charts().contains("Layer × strength"));

        await(() -> window.words().contains("Resume"));
        assertThat(Snapshots.onFx(() -> window.words())).contains("provisional");
    }

    @Test
    void aModelThatIsBeingFetchedIsNotListed() {
        closeWindow();
        window = TestWindow.open(folder.resolve("elsewhere"));
        window.goTo(ScreenId.MODEL);
        await(() -> window.words().contains("Fetch and load the starter model"));

        cancelled("Opening", () -> window.press("Fetch and load the starter model"));

        assertThat(Snapshots.onFx(() -> window.words())).contains("Fetch and load");
        assertThat(window.lab().models().list())
                .noneMatch(entry -> entry.runnable() && entry.path().startsWith(folder));
    }

    @Test
    void aFigureThatIsBeingExportedLeavesNoHalfFile() throws IOException {
        window.extract();
        window.goTo(ScreenId.VECTOR);
        await(() -> window.charts().contains("Per layer, all from one pass"));
        Path out = folder.resolve("figures");
        Snapshots.onFx(() -> ((ChartCard) window.node(n -> n instanceof ChartCard)).export());
        await(() -> window.words().contains("Export figure"));
        Snapshots.onFx(() -> window.inSight()
                .filter(n -> n instanceof TextField field && field.getText().endsWith("figures"))
                .forEach(n -> ((TextField) n).setText(out.toString())));

        cancelled(
                "Exporting",
                () -> window.press(
                        b -> "Export".equals(b.getText()) && b.getStyleClass().contains("primary")));

        assertThat(Snapshots.onFx(() -> window.words())).doesNotContain("Export figure");
        if (Files.exists(out)) {
            try (var files = Files.list(out)) {
                assertThat(files.map(String::valueOf)).noneMatch(name -> name.contains(".tmp"));
            }
        }
        assertThat(Snapshots.onFx(() -> window.charts())).contains("Per layer, all from one pass");
    }

    private void cancelled(String title, Runnable start) {
        cancelled(title, start, () -> true);
    }

    /** Starts it, and presses Escape once it runs and {@code midst} holds. */
    private void cancelled(String title, Runnable start, BooleanSupplier midst) {
        Snapshots.onFx(start);
        AtomicLong pressed = new AtomicLong();
        await(() -> {
            Optional<JobLine> line = window.context().jobs().running().stream()
                    .filter(l -> l.job().title().startsWith(title))
                    .findFirst();
            boolean now = line.filter(l -> l.job().state() instanceof JobState.Running)
                            .isPresent()
                    && midst.getAsBoolean();
            if (now) {
                pressed.set(System.nanoTime());
                window.window().window().fireEvent(TestWindow.key(KeyCode.ESCAPE));
            }
            return now;
        });
        await(() -> window.context().jobs().running().stream()
                .noneMatch(l -> l.job().title().startsWith(title)));
        reporter.publishEntry(
                title, Duration.ofNanos(System.nanoTime() - pressed.get()).toMillis() + " ms");
        JobLine ended =
                Snapshots.onFx(() -> window.context().jobs().lastEnded().get().orElseThrow());
        assertThat(ended.job().title()).startsWith(title);
        assertThat(ended.state().get()).isInstanceOf(JobState.Cancelled.class);
        window.rest();
    }

    private Path corpus(int lines) throws IOException {
        String line = "The river was calm and wide, a train left the station at noon, and nobody in the town said why.";
        Path corpus = folder.resolve("corpus.txt");
        Files.write(
                corpus, IntStream.range(0, lines).mapToObj(i -> i + " " + line).toList());
        return corpus;
    }

    private static boolean isField(Node node, String name) {
        return node instanceof TextField field && name.equals(field.getAccessibleText());
    }

    private String texts() {
        List<TokenText> all = window.inSight()
                .filter(TokenText.class::isInstance)
                .map(TokenText.class::cast)
                .toList();
        return all.stream().map(text -> String.join(" ", text.words())).collect(Collectors.joining());
    }
}
