package org.vectorscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vectorscope.ui.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.geometry.Rows;
import org.vectorscope.job.Jobs;
import org.vectorscope.lab.SavedVector;
import org.vectorscope.lab.VectorLibrary;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Run;
import org.vectorscope.store.RunFilter;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.TestWindow;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.common.VectorInForce;
import org.vectorscope.ui.control.Segmented;
import org.vectorscope.ui.control.TokenText;
import org.vectorscope.vector.ExtractionMethod;
import org.vectorscope.vector.SteeringVectors;
import org.vectorscope.vector.VectorFiles;

/** A vector out of a file, dropped on the window, in a real window without a display and with a real model. */
class ImportedVectorTest {

    @TempDir
    Path folder;

    private TestWindow window;
    private LabState state;

    @BeforeEach
    void openWindow() {
        window = TestWindow.open(folder.resolve("data"));
        state = window.state();
        window.openTiny(SampleSets.find("sentiment").orElseThrow().first(OptionalInt.of(8)));
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aDroppedFileIsTheVectorOfEveryScreen() throws IOException {
        drop(write("cheer.safetensors", width()));

        await(() -> state.vector().get().flatMap(VectorInForce::file).equals(Optional.of("cheer.safetensors")));
        float[] inForce = Snapshots.onFx(
                () -> state.vector().get().orElseThrow().outcome().value().at(1));
        assertThat(inForce).containsExactly(ramp(width(), 2));
        await(() -> window.words().contains("Imported from cheer.safetensors"));
        assertThat(Snapshots.onFx(window::words))
                .contains("Imported: cheer.safetensors")
                .contains("1 in use");

        window.goTo(ScreenId.GEOMETRY);
        await(() -> charts().contains("imported, cheer.safetensors"));

        window.goTo(ScreenId.SIDE_BY_SIDE);
        Snapshots.onFx(() -> window.window().window().mainAction());
        await(() -> window.context().jobs().running().isEmpty() && texts() > 0);
        double pushed = window.lab()
                .store()
                .runs(RunFilter.of(Kind.GENERATE))
                .getFirst()
                .recipe()
                .path("vectorNorm")
                .doubleValue();
        assertThat(pushed).isCloseTo(Rows.norm(inForce), within(1e-6));
    }

    @Test
    void aVectorOfAnotherWidthIsRefusedInOneSentence() throws IOException {
        int fits = width();
        int wide = fits + 8;
        drop(write("wide.npy", wide));

        await(() -> state.vector().get().isEmpty()
                && failure()
                        .endsWith(
                                "wide.npy: its vectors are " + wide + " wide, the model's residual stream is " + fits));
        assertThat(Snapshots.onFx(window::words)).contains("wide.npy");
    }

    @Test
    void aControlVectorIsToldFromAModelByItsContent() throws IOException {
        drop(write("cheer.gguf", width()));

        await(() -> state.vector().get().flatMap(VectorInForce::file).equals(Optional.of("cheer.gguf")));
        assertThat(Snapshots.onFx(() -> state.layer().get())).isEqualTo(1);
    }

    @Test
    void choosingAMethodBringsThePairsOwnVectorBack() throws IOException {
        Snapshots.onFx(() -> window.context().commands().extract());
        await(() -> state.vector().get().isPresent());
        drop(write("cheer.npy", width()));
        await(() -> state.vector().get().flatMap(VectorInForce::file).isPresent());

        Snapshots.onFx(() -> window.context().commands().use(ExtractionMethod.MEAN));

        await(() -> state.vector().get().filter(v -> v.imported().isEmpty()).isPresent());
    }

    @Test
    void anotherSetMeasuresTheSameVectorByItsOwnTexts() throws IOException {
        drop(write("cheer.npy", width()));
        await(() -> state.vector().get().isPresent());

        Snapshots.onFx(() -> window.context()
                .commands()
                .use(SampleSets.find("formality").orElseThrow().first(OptionalInt.of(4))));

        await(() -> state.vector()
                .get()
                .filter(v -> v.file().equals(Optional.of("cheer.npy"))
                        && v.spec().set().name().equals("formality"))
                .isPresent());
    }

    @Test
    void noMethodIsShownAsChosenWhileAFilesVectorIsInForceAndChoosingOneBringsThePairsOwnBack() throws IOException {
        window.goTo(ScreenId.VECTOR);
        window.extract();
        assertThat(Snapshots.onFx(this::chosen)).containsExactly("Per layer", "Mean difference");

        drop(write("cheer.npy", width()));
        await(() -> state.vector().get().flatMap(VectorInForce::file).isPresent());
        assertThat(Snapshots.onFx(this::chosen)).containsExactly("Per layer");

        Snapshots.onFx(() -> window.press("Mean difference"));
        await(() -> state.vector().get().filter(v -> v.imported().isEmpty()).isPresent());
        assertThat(Snapshots.onFx(this::chosen)).containsExactly("Per layer", "Mean difference");
    }

    @Test
    void aVectorIsBeingMeasuredUntilTheLastOfItsMeasurementsHasEnded() throws IOException {
        SavedVector first = read("first.npy");
        SavedVector second = read("second.npy");
        CountDownLatch engineIsBusy = new CountDownLatch(1);
        Snapshots.onFx(() -> {
            window.context()
                    .jobs()
                    .run(
                            Jobs.Lane.ENGINE,
                            "Busy",
                            monitor -> engineIsBusy.await(1, TimeUnit.MINUTES),
                            x -> {},
                            f -> {});
            window.context().commands().use(first);
            window.context().commands().use(second);
        });
        window.window().settle(); // the end of the first, which was called off, has been told by now

        assertThat(Snapshots.onFx(() -> state.vectorFreshness().get())).isEqualTo(Freshness.RUNNING);
        engineIsBusy.countDown();
        await(() -> state.vector().get().flatMap(VectorInForce::file).equals(Optional.of("second.npy")));
        assertThat(Snapshots.onFx(() -> state.vectorFreshness().get())).isEqualTo(Freshness.CACHED);
    }

    @Test
    void aSweepTakesTheImportedVectorAtTheLayersThatTheFileHas() throws IOException {
        Snapshots.onFx(() -> window.context()
                .commands()
                .use(SampleSets.find("patience").orElseThrow().first(OptionalInt.of(8))));
        drop(write("cheer.gguf", width()));
        await(() -> state.vector().get().flatMap(VectorInForce::file).isPresent());
        Snapshots.onFx(() -> state.sweeping().set(true));
        await(() -> window.words().contains("of 8; with cheer.gguf at layer 1"));

        Snapshots.onFx(() -> window.press(
                b -> b.getText().equals("Sweep") && b.getStyleClass().contains("primary")));

        window.rest(() -> window.charts().contains("Layer × strength"));
        Run sweep = window.lab().store().runs(RunFilter.of(Kind.SWEEP)).getFirst();
        assertThat(sweep.recipe().path("vector").asText()).isEqualTo("cheer.gguf");
        assertThat(sweep.layers()).isEqualTo("1");
        assertThat(sweep.n()).isEqualTo(8);

        Snapshots.onFx(() -> window.press("Mean difference"));
        await(() -> window.words().contains("of 4; the other half makes the vectors")
                && !window.charts().contains("Layer × strength"));
    }

    @Test
    void withoutPairsItSaysWhatTheVectorWaitsFor() throws IOException {
        Path file = write("cheer.npy", width());
        Snapshots.onFx(() -> state.set().set(Optional.empty()));
        drop(file);

        await(() -> window.words().contains("choose the pairs"));
    }

    @Test
    void afterARestartItIsInForceAtTheSameLayerAndStrength() throws IOException {
        drop(write("cheer.npy", width()));
        await(() -> state.vector().get().flatMap(VectorInForce::file).isPresent());
        Files.delete(folder.resolve("cheer.npy"));
        Snapshots.onFx(() -> {
            state.layer().set(0);
            state.strength().set(2.5);
        });
        Snapshots.onFx(() -> Session.of(state).write(folder));

        restart();

        await(() -> state.vector().get().flatMap(VectorInForce::file).equals(Optional.of("cheer.npy")));
        window.rest();
        assertThat(Snapshots.onFx(() -> state.layer().get())).isZero();
        assertThat(Snapshots.onFx(() -> state.strength().get())).isEqualTo(2.5);
    }

    @Test
    void oneThatIsNoLongerKeptAfterARestartIsNamedInOneSentence() throws IOException {
        SavedVector saved = read("cheer.npy");
        Snapshots.onFx(() -> window.context().commands().use(saved));
        Snapshots.onFx(() -> Session.of(state).write(folder));
        window.lab().store().delete(saved.run().number());

        restart();

        await(() -> failure()
                .equals("cheer.npy, the vector in force before, is no longer kept for talking: import it"
                        + " again to use it."));
    }

    private void restart() {
        window.close();
        window = TestWindow.open(folder.resolve("data"));
        state = window.state();
        Snapshots.onFx(() -> Session.take(folder).orElseThrow().resume(window.context()));
    }

    private SavedVector read(String name) throws IOException {
        Path file = write(name, width(), name.length());
        return new VectorLibrary(window.lab().store()).read(state.model().get().orElseThrow(), file);
    }

    /** What is chosen on the screen in front, where one of several is. */
    private List<String> chosen() {
        return window.inSight()
                .filter(node -> node instanceof ToggleButton toggle
                        && toggle.isSelected()
                        && toggle.getParent() instanceof Segmented<?>)
                .map(node -> ((ToggleButton) node).getText())
                .toList();
    }

    private void drop(Path file) {
        Snapshots.onFx(() -> new FileDrop(window.context()).take(file));
    }

    private int width() {
        return Snapshots.onFx(
                () -> state.model().get().orElseThrow().checkpoint().config().dModel());
    }

    private Path write(String name, int d) throws IOException {
        return write(name, d, 1);
    }

    private Path write(String name, int d, float times) throws IOException {
        Path file = folder.resolve(name);
        float[] last = ramp(d, 2 * times);
        Map<Integer, float[]> vectors = name.endsWith(".gguf") ? Map.of(1, last) : Map.of(0, ramp(d, times), 1, last);
        Optional<SteeringVectors.Recipe> made =
                Optional.of(new SteeringVectors.Recipe("0".repeat(64), ExtractionMethod.PCA, -1, "0".repeat(64), 4));
        VectorFiles.write(file, new SteeringVectors(new TreeMap<>(vectors), "tiny", made), "llama");
        return file;
    }

    private static float[] ramp(int d, float slope) {
        float[] v = new float[d];
        for (int i = 0; i < d; i++) {
            v[i] = slope * (i - d / 2) / d;
        }
        return v;
    }

    private String failure() {
        return window.context()
                .commands()
                .vectorFailure()
                .get()
                .map(Failure::sentence)
                .orElse("");
    }

    /** The recipes of the charts in sight. */
    private String charts() {
        return window.panes()
                .flatMap(pane -> pane.figure().stream())
                .map(figure -> figure.recipe().toString())
                .collect(Collectors.joining("\n"));
    }

    private int texts() {
        return window.window().window().lookupAll(".token-text").stream()
                .mapToInt(node -> ((TokenText) node).words().size())
                .sum();
    }
}
