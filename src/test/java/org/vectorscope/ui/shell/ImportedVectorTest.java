package org.vectorscope.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.vectorscope.ui.Patience.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.figure.screen.ChartPane;
import org.vectorscope.geometry.Rows;
import org.vectorscope.lab.Lab;
import org.vectorscope.store.Kind;
import org.vectorscope.store.RunFilter;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.common.VectorInForce;
import org.vectorscope.ui.control.TokenText;
import org.vectorscope.vector.ExtractionMethod;
import org.vectorscope.vector.SteeringVectors;
import org.vectorscope.vector.VectorFiles;

/** A vector out of a file, dropped on the window, in a real window without a display and with a real model. */
class ImportedVectorTest {

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
        Snapshots.onFx(() -> {
            context.commands().use(SampleSets.find("sentiment").orElseThrow().first(OptionalInt.of(8)));
            context.commands().openModel(TinyModels.folder("talking"));
        });
        await(() -> state.model().get().isPresent());
    }

    @AfterEach
    void closeWindow() {
        window.close();
        lab.close();
    }

    @Test
    void aDroppedFileIsTheVectorOfEveryScreen() throws IOException {
        drop(write("cheer.safetensors", width()));

        await(() -> state.vector().get().flatMap(VectorInForce::file).equals(Optional.of("cheer.safetensors")));
        float[] inForce = Snapshots.onFx(
                () -> state.vector().get().orElseThrow().outcome().value().at(1));
        assertThat(inForce).containsExactly(ramp(width(), 2));
        await(() -> words().contains("Imported from cheer.safetensors"));
        assertThat(Snapshots.onFx(this::words))
                .contains("Imported: cheer.safetensors")
                .contains("1 in use");

        Snapshots.onFx(() -> window.window().goTo(ScreenId.GEOMETRY));
        await(() -> charts().contains("imported, cheer.safetensors"));

        Snapshots.onFx(() -> window.window().goTo(ScreenId.SIDE_BY_SIDE));
        window.settle();
        Snapshots.onFx(() -> window.window().mainAction());
        await(() -> context.jobs().running().isEmpty() && texts() > 0);
        double pushed = lab.store()
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
        assertThat(Snapshots.onFx(this::words)).contains("wide.npy");
    }

    @Test
    void aControlVectorIsToldFromAModelByItsContent() throws IOException {
        drop(write("cheer.gguf", width()));

        await(() -> state.vector().get().flatMap(VectorInForce::file).equals(Optional.of("cheer.gguf")));
        assertThat(Snapshots.onFx(() -> state.layer().get())).isEqualTo(1);
    }

    @Test
    void choosingAMethodBringsThePairsOwnVectorBack() throws IOException {
        Snapshots.onFx(() -> context.commands().extract());
        await(() -> state.vector().get().isPresent());
        drop(write("cheer.npy", width()));
        await(() -> state.vector().get().flatMap(VectorInForce::file).isPresent());

        Snapshots.onFx(() -> context.commands().use(ExtractionMethod.MEAN));

        await(() -> state.vector().get().filter(v -> v.imported().isEmpty()).isPresent());
    }

    @Test
    void anotherSetMeasuresTheSameVectorByItsOwnTexts() throws IOException {
        drop(write("cheer.npy", width()));
        await(() -> state.vector().get().isPresent());

        Snapshots.onFx(() -> context.commands()
                .use(SampleSets.find("formality").orElseThrow().first(OptionalInt.of(4))));

        await(() -> state.vector()
                .get()
                .filter(v -> v.file().equals(Optional.of("cheer.npy"))
                        && v.spec().set().name().equals("formality"))
                .isPresent());
    }

    private void drop(Path file) {
        Snapshots.onFx(() -> new FileDrop(context).take(file));
    }

    private int width() {
        return Snapshots.onFx(
                () -> state.model().get().orElseThrow().checkpoint().config().dModel());
    }

    private Path write(String name, int d) throws IOException {
        Path file = folder.resolve(name);
        Map<Integer, float[]> vectors =
                name.endsWith(".gguf") ? Map.of(1, ramp(d, 2)) : Map.of(0, ramp(d, 1), 1, ramp(d, 2));
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
        return context.commands().vectorFailure().get().map(Failure::sentence).orElse("");
    }

    private String words() {
        return window.window().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled labeled && labeled.getText() != null && shown(node))
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }

    /** The recipes of the charts in sight. */
    private String charts() {
        return window.window().lookupAll(".chart-pane").stream()
                .flatMap(node -> ((ChartPane) node).figure().stream())
                .map(figure -> figure.recipe().toString())
                .collect(Collectors.joining("\n"));
    }

    private int texts() {
        return window.window().lookupAll(".token-text").stream()
                .mapToInt(node -> ((TokenText) node).words().size())
                .sum();
    }

    private static boolean shown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
