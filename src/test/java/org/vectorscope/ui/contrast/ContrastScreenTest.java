package org.vectorscope.ui.contrast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vectorscope.ui.Patience.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.contrast.ContrastFiles;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;

/** The pairs in a real window without a display. */
class ContrastScreenTest {

    @TempDir
    Path folder;

    private final ContrastSet sample =
            SampleSets.find("sentiment").orElseThrow().first(OptionalInt.of(6));

    private Lab lab;
    private Snapshots window;
    private ScreenContext context;
    private LabState state;
    private ContrastViewModel model;

    @BeforeEach
    void openWindow() {
        lab = Lab.open(new DataFolder(folder.resolve("data")));
        window = Snapshots.open(lab, 1280, 800);
        context = Snapshots.onFx(() -> window.window().context());
        state = context.state();
        model = Snapshots.onFx(() -> new ContrastViewModel(context));
    }

    @AfterEach
    void closeWindow() {
        window.close();
        lab.close();
    }

    @Test
    void withoutASetTheScreenOffersASample() {
        Snapshots.onFx(() -> window.window().goTo(ScreenId.CONTRAST));

        await(() -> words().contains("No contrast set yet"));
        Snapshots.onFx(() -> context.commands().use(sample));
        await(() -> words().contains("sentiment · 6 of 6 pairs in use"));
        assertThat(Snapshots.onFx(this::rowsInTable)).isEqualTo(6);
    }

    @Test
    void aModelAddsTokensAndChecks() {
        Snapshots.onFx(() -> {
            window.window().goTo(ScreenId.CONTRAST);
            context.commands().use(sample);
            context.commands().openModel(TinyModels.folder("talking"));
        });

        await(() -> words().contains("read, −1"));
        await(() -> words().contains("all fine") || words().contains("to look at"));
        assertThat(Snapshots.onFx(() -> model.rows().getFirst().tokens())).matches("\\d+ / \\d+");
        assertThat(Snapshots.onFx(
                        () -> model.facts().reading().get().orElseThrow().checks()))
                .hasSize(7);
    }

    @Test
    void droppedPairsLeaveTheStateAndComeBackWithUndo() {
        Snapshots.onFx(() -> {
            context.commands().use(sample);
            model.use(List.of(1, 2), false);
        });

        assertThat(inUse()).hasSize(4);
        Snapshots.onFx(model::undo);
        assertThat(inUse()).hasSize(6);
        Snapshots.onFx(model::redo);
        assertThat(inUse()).hasSize(4);
    }

    @Test
    void pairsDroppedElsewhereCanBeUndoneHere() {
        Snapshots.onFx(() -> {
            context.commands().use(sample);
            state.dropped().set(new TreeSet<>(List.of(3)));
        });

        assertThat(Snapshots.onFx(() -> model.rows().get(3).used())).isFalse();
        Snapshots.onFx(model::undo);
        assertThat(inUse()).hasSize(6);
    }

    @Test
    void editingKeepsTheReadTokenAndAnotherSetForgetsIt() {
        Pair pair = new Pair("How?", "Well.", "Badly.");
        Snapshots.onFx(() -> {
            context.commands().use(sample);
            model.readToken(-2);
            model.replace(0, pair);
        });

        assertThat(inUse().getFirst()).isEqualTo(pair);
        assertThat(Snapshots.onFx(() -> state.readToken().get())).hasValue(-2);
        Snapshots.onFx(() -> context.commands().use(SampleSets.find("patience").orElseThrow()));
        assertThat(Snapshots.onFx(() -> state.readToken().get())).isEmpty();
        assertThat((int) Snapshots.onFx(() -> Integer.valueOf(model.readToken())))
                .isEqualTo(-2);
        assertThat(Snapshots.onFx(() -> model.canUndo().get())).isFalse();
    }

    @Test
    void pastedRowsGoBehindThoseThereAre() {
        int pasted = Snapshots.onFx(() -> {
            context.commands().use(sample);
            return model.paste("Q?\tUp.\tDown.\nR?\tIn.\tOut.");
        });

        assertThat(pasted).isEqualTo(2);
        assertThat(inUse()).hasSize(8).endsWith(new Pair("Q?", "Up.", "Down."), new Pair("R?", "In.", "Out."));
    }

    @Test
    void pastedNonsenseIsRefusedInOneSentence() {
        Snapshots.onFx(() -> {
            context.commands().use(sample);
            model.paste("hello");
        });

        assertThat(Snapshots.onFx(() -> model.failure().get().orElseThrow().sentence()))
                .startsWith("Nothing was pasted: line 1: neither JSON nor a table of pairs");
        assertThat(inUse()).hasSize(6);
    }

    @Test
    void whatIsLookedForNarrowsTheTableAndNotTheSet() {
        Snapshots.onFx(() -> {
            context.commands().use(sample);
            model.find().set("WEEKEND");
        });

        assertThat(Snapshots.onFx(() -> List.copyOf(model.rows())))
                .isNotEmpty()
                .allMatch(row -> row.pair().prompt().contains("weekend"));
        assertThat(inUse()).hasSize(6);
    }

    @Test
    void aFileIsReadAndWhatIsExportedIsWhatIsInUse() throws Exception {
        Path file = folder.resolve("own.csv");
        ContrastFiles.write(file, sample, ContrastFiles.Format.CSV);
        Snapshots.onFx(() -> model.open(file));
        await(() -> state.set().get().filter(set -> set.name().equals("own")).isPresent());

        Path out = folder.resolve("out.jsonl");
        Snapshots.onFx(() -> {
            model.use(List.of(0), false);
            model.export(out, ContrastFiles.Format.JSONL);
        });

        await(() -> Files.exists(out));
        assertThat(ContrastFiles.read(out).pairs()).isEqualTo(sample.pairs().subList(1, 6));
    }

    @Test
    void withoutATemplateThereIsNoSystemText() {
        Snapshots.onFx(() -> {
            context.commands().use(sample);
            model.system("Be brief.");
            model.template(TemplateChoice.NONE);
        });

        assertThat(Snapshots.onFx(() -> state.system().get())).isEmpty();
    }

    private List<Pair> inUse() {
        return Snapshots.onFx(() -> state.pairsInUse().get().orElseThrow().pairs());
    }

    private int rowsInTable() {
        return window.window().lookupAll(".table-view").stream()
                .mapToInt(node -> ((TableView<?>) node).getItems().size())
                .sum();
    }

    private String words() {
        return window.window().lookupAll("*").stream()
                .filter(node -> node instanceof Labeled labeled && labeled.getText() != null)
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n"));
    }
}
