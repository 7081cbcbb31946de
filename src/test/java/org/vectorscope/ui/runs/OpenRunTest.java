package org.vectorscope.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vectorscope.ui.Patience.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Run;
import org.vectorscope.store.RunFilter;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.TestWindow;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.common.VectorInForce;
import org.vectorscope.ui.control.TokenText;
import org.vectorscope.vector.ExtractionMethod;
import org.vectorscope.vector.SteeringVectors;
import org.vectorscope.vector.VectorFiles;

/** A run of each kind, computed in one window and opened from the list in another that has something else in force. */
class OpenRunTest {
    private final ContrastSet sentiment = SampleSets.find("sentiment").orElseThrow();
    private final ContrastSet patience = SampleSets.find("patience").orElseThrow();

    @TempDir
    Path folder;

    private TestWindow window;
    private LabState state;

    @BeforeEach
    void openWindow() {
        window = TestWindow.open(folder.resolve("data"));
        state = window.state();
        window.openTiny(sentiment);
    }

    @AfterEach
    void closeWindow() {
        window.close();
    }

    @Test
    void aVectorComesBackWithItsPairsMethodAndReading() {
        Snapshots.onFx(() -> {
            state.system().set(Optional.of("Be brief."));
            state.readToken().set(OptionalInt.of(-2));
            window.context().commands().use(ExtractionMethod.PCA);
        });
        window.extract();
        meanwhile();

        open(Kind.VECTOR, "PCA");

        await(() -> front() == ScreenId.VECTOR && window.charts().contains("Per layer, all from one pass"));
        VectorInForce vector = Snapshots.onFx(() -> state.vector().get().orElseThrow());
        assertThat(vector.spec().method()).isEqualTo(ExtractionMethod.PCA);
        assertThat(vector.spec().system()).contains("Be brief.");
        assertThat(vector.spec().read()).isEqualTo(-2);
        assertThat(vector.outcome().cached()).isTrue();
    }

    @Test
    void pairsThatWereEditedOrDroppedSinceComeBackAsTheyWere() {
        Pair edited = new Pair("How was it?", "Lovely.", "Awful.");
        ContrastSet own = sentiment.withPairs(
                Stream.concat(Stream.of(edited), sentiment.pairs().stream().limit(5))
                        .toList());
        Snapshots.onFx(() -> {
            window.context().commands().use(own);
            state.dropped().set(new TreeSet<>(List.of(2)));
            window.context().commands().use(ExtractionMethod.PCA);
        });
        window.extract();
        meanwhile();

        open(Kind.VECTOR, "PCA");

        await(() -> front() == ScreenId.VECTOR && state.vector().get().isPresent());
        List<Pair> pairs =
                Snapshots.onFx(() -> state.pairsInUse().get().orElseThrow().pairs());
        assertThat(pairs)
                .hasSize(5)
                .startsWith(edited)
                .doesNotContain(own.pairs().get(2));
    }

    @Test
    void anImportedVectorIsInForceAgain() throws IOException {
        Path file = folder.resolve("cheer.npy");
        float[] v = new float
                [state.model().get().orElseThrow().checkpoint().config().dModel()];
        v[3] = 2;
        VectorFiles.write(file, new SteeringVectors(new TreeMap<>(Map.of(0, v, 1, v)), "m", Optional.empty()), "llama");
        Snapshots.onFx(() -> window.context().commands().importVector(file));
        await(() -> state.vector().get().flatMap(VectorInForce::file).isPresent());
        meanwhile();

        open(Kind.VECTOR, "cheer.npy");

        await(() -> front() == ScreenId.VECTOR
                && state.vector().get().flatMap(VectorInForce::file).equals(Optional.of("cheer.npy")));
    }

    @Test
    void theGeometryOfPairsComesBackAtItsLayer() {
        geometry(0);
        meanwhile();

        open(Kind.GEOMETRY, "pairs · sentiment, layer 0");

        await(() -> front() == ScreenId.GEOMETRY && window.charts().contains("Pair differences"));
        assertThat(Snapshots.onFx(() -> state.layer().get())).isZero();
        assertThat(Snapshots.onFx(() -> inForce())).isEqualTo("sentiment");
    }

    @Test
    void theGeometryOfACorpusComesBackWithItsFile() throws IOException {
        Path corpus = corpus();
        geometry(1);
        Snapshots.onFx(() -> state.corpus().set(Optional.of(corpus)));
        geometry(0);
        meanwhile();
        Snapshots.onFx(() -> state.corpus().set(Optional.empty()));
        window.rest();

        open(Kind.GEOMETRY, "corpus.txt, layer 0");

        await(() -> front() == ScreenId.GEOMETRY && window.charts().contains("Spectrum"));
        assertThat(Snapshots.onFx(() -> state.corpus().get())).contains(corpus);
        assertThat(Snapshots.onFx(() -> state.layer().get())).isZero();
        assertThat(Snapshots.onFx(() -> window.charts())).doesNotContain("Pair differences");
        assertThat(Snapshots.onFx(() -> chosen("Corpus…"))).isTrue();

        open(Kind.GEOMETRY, "pairs · sentiment, layer 1");

        await(() -> front() == ScreenId.GEOMETRY && window.charts().contains("Pair differences") && chosen("Pairs"));
    }

    @Test
    void aCorpusThatIsGoneLeavesTheResultItself() throws IOException {
        Path corpus = corpus();
        Snapshots.onFx(() -> state.corpus().set(Optional.of(corpus)));
        geometry(0);
        meanwhile();
        Snapshots.onFx(() -> state.corpus().set(Optional.empty()));
        window.rest();
        Files.delete(corpus);

        open(Kind.GEOMETRY, "corpus.txt, layer 0");

        await(() -> front() == ScreenId.RUNS
                && window.words()
                        .contains("Geometry "
                                + run(Kind.GEOMETRY, "corpus.txt, layer 0").label()));
    }

    @Test
    void theJacobianOfPairsComesBackBesideItsGeometry() {
        geometry(1);
        jacobian();
        meanwhile();

        open(Kind.JACOBIAN, "sentiment");

        await(() -> front() == ScreenId.GEOMETRY && window.charts().contains("Jacobian spectrum"));
        assertThat(Snapshots.onFx(() -> inForce())).isEqualTo("sentiment");
    }

    @Test
    void theJacobianOfACorpusComesBackWithItsFileAndVector() throws IOException {
        Path corpus = corpus();
        Snapshots.onFx(() -> state.corpus().set(Optional.of(corpus)));
        geometry(1);
        jacobian();
        meanwhile();
        Snapshots.onFx(() -> state.corpus().set(Optional.empty()));
        window.rest();

        open(Kind.JACOBIAN, "corpus.txt");

        await(() -> front() == ScreenId.GEOMETRY && window.charts().contains("Jacobian spectrum"));
        assertThat(Snapshots.onFx(() -> state.corpus().get())).contains(corpus);
        assertThat(Snapshots.onFx(() -> inForce())).isEqualTo("sentiment");
    }

    @Test
    void aSweepComesBackWithAllOfItsItems() {
        Snapshots.onFx(() -> window.context().commands().use(patience));
        Snapshots.onFx(() -> state.sweepItems().set(3));
        sweep();
        meanwhile();
        Snapshots.onFx(() -> {
            state.sweeping().set(false);
            state.sweepItems().set(50);
        });

        open(Kind.SWEEP, "patience");

        await(() -> front() == ScreenId.VECTOR && window.charts().contains("Layer × strength"));
        assertThat(Snapshots.onFx(() -> state.sweepItems().get())).isEqualTo(3);
        assertThat(Snapshots.onFx(() -> window.words())).doesNotContain("provisional");
    }

    @Test
    void textsComeBackBesideEachOtherWithAllThatWasAsked() {
        window.extract();
        window.goTo(ScreenId.SIDE_BY_SIDE);
        Snapshots.onFx(() -> {
            prompt().setText("Tell me about rivers.");
            state.layer().set(1);
            state.strength().set(0.75);
        });
        Snapshots.onFx(() -> window.window().window().mainAction());
        window.rest(() -> texts().length() > 0);
        String first = Snapshots.onFx(this::texts);
        meanwhile();
        window.goTo(ScreenId.SIDE_BY_SIDE);
        Snapshots.onFx(() -> prompt().setText("Something else."));
        Snapshots.onFx(() -> window.window().window().mainAction());
        window.rest(() -> texts().length() > 0 && !texts().equals(first));

        open(Kind.GENERATE, "0.75");

        await(() -> front() == ScreenId.SIDE_BY_SIDE && texts().equals(first));
        assertThat(Snapshots.onFx(() -> prompt().getText())).isEqualTo("Tell me about rivers.");
        assertThat(Snapshots.onFx(() -> state.strength().get())).isEqualTo(0.75);
        assertThat(Snapshots.onFx(() -> inForce())).isEqualTo("sentiment");
    }

    @Test
    void inAWindowThatHasNoVectorYetTheFirstOneDoesNotMoveTheLayerOfTheRun() {
        window.extract();
        window.goTo(ScreenId.SIDE_BY_SIDE);
        Snapshots.onFx(() -> {
            state.layer().set(0);
            state.strength().set(0.25);
        });
        Snapshots.onFx(() -> window.window().window().mainAction());
        window.rest(() -> texts().length() > 0);
        String first = Snapshots.onFx(this::texts);
        closeWindow();
        window = TestWindow.open(folder.resolve("data"));
        state = window.state();
        window.openTiny(patience);

        open(Kind.GENERATE, "0.25");

        await(() -> front() == ScreenId.SIDE_BY_SIDE && texts().equals(first));
        assertThat(Snapshots.onFx(() -> state.layer().get())).isZero();
    }

    private Path corpus() throws IOException {
        Path corpus = folder.resolve("corpus.txt");
        Files.writeString(corpus, "The river was calm and wide.\nA train left the station at noon.\n".repeat(8));
        return corpus;
    }

    private void geometry(int layer) {
        window.extract();
        Snapshots.onFx(() -> state.layer().set(layer));
        window.goTo(ScreenId.GEOMETRY);
        window.rest(() -> window.charts().contains("Spectrum"));
    }

    private void jacobian() {
        Snapshots.onFx(() -> window.press("Measure the Jacobian"));
        window.rest(() -> window.charts().contains("Jacobian spectrum"));
    }

    private void sweep() {
        Snapshots.onFx(() -> state.sweeping().set(true));
        window.goTo(ScreenId.VECTOR);
        Snapshots.onFx(() -> window.press(
                b -> b.getText().equals("Sweep") && b.getStyleClass().contains("primary")));
        window.rest(() -> window.charts().contains("Layer × strength"));
    }

    /** Another set, method, layer, with a vector of its own. */
    private void meanwhile() {
        window.rest();
        Snapshots.onFx(() -> {
            window.context().commands().use(patience.withPairs(patience.pairs().subList(0, 4)));
            state.system().set(Optional.empty());
            window.context().commands().use(ExtractionMethod.MEAN);
            state.layer().set(1);
        });
        window.extract();
        Snapshots.onFx(() -> state.strength().set(1.5));
        window.rest();
    }

    /** As a person does: goes to the list, selects the run whose title and layer have these words, presses Enter. */
    private void open(Kind kind, String words) {
        window.goTo(ScreenId.RUNS);
        await(() -> list().getItems().stream().anyMatch(item -> is((Run) item, kind, words)));
        Snapshots.onFx(() -> {
            TableView<?> list = list();
            for (int i = 0; i < list.getItems().size(); i++) {
                if (is((Run) list.getItems().get(i), kind, words)) {
                    list.getSelectionModel().clearAndSelect(i);
                    break;
                }
            }
            list.fireEvent(TestWindow.key(KeyCode.ENTER));
        });
    }

    private static boolean is(Run run, Kind kind, String words) {
        return run.kind() == kind && (run.title() + ", layer " + run.layers()).contains(words);
    }

    private Run run(Kind kind, String words) {
        return window.lab().store().runs(RunFilter.of(kind)).stream()
                .filter(run -> is(run, kind, words))
                .findFirst()
                .orElseThrow();
    }

    private TableView<?> list() {
        return (TableView<?>) window.node(node -> node instanceof TableView);
    }

    private ScreenId front() {
        return window.window().window().front();
    }

    private String inForce() {
        return state.vector().get().map(v -> v.spec().set().name()).orElse("");
    }

    private boolean chosen(String words) {
        return window.inSight()
                .anyMatch(
                        n -> n instanceof ToggleButton toggle && toggle.isSelected() && words.equals(toggle.getText()));
    }

    private TextField prompt() {
        return (TextField) window.node(n -> n instanceof TextField field && "Prompt".equals(field.getAccessibleText()));
    }

    private String texts() {
        return window.inSight()
                .filter(TokenText.class::isInstance)
                .map(node -> String.join(" ", ((TokenText) node).words()))
                .collect(Collectors.joining("\n"));
    }
}
