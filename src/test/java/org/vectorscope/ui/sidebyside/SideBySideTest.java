package org.vectorscope.ui.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vectorscope.ui.Patience.await;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.lab.Lab;
import org.vectorscope.study.ArmKind;
import org.vectorscope.study.LetterShift;
import org.vectorscope.ui.Snapshots;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.control.TokenText;

/** Side by side in a real window without a display, with a real model of two blocks. */
class SideBySideTest {

    @TempDir
    Path folder;

    private Lab lab;
    private Snapshots window;
    private ScreenContext context;
    private SideBySideViewModel model;

    @BeforeEach
    void extract() {
        lab = Lab.open(new DataFolder(folder.resolve("data")));
        window = Snapshots.open(lab, 1280, 800);
        context = Snapshots.onFx(() -> window.window().context());
        Snapshots.onFx(() -> {
            context.commands().use(lab.contrasts().samples().getFirst().first(OptionalInt.of(6)));
            context.commands().openModel(TinyModels.folder("talking"));
        });
        await(() -> context.state().model().get().isPresent());
        Snapshots.onFx(() -> context.commands().extract());
        await(() -> context.state().vector().get().isPresent());
        model = Snapshots.onFx(() -> new SideBySideViewModel(context));
        Snapshots.onFx(() -> model.longest().set(8));
    }

    @AfterEach
    void close() {
        window.close();
        lab.close();
    }

    @Test
    void everyArmGetsItsTextsAndNumbers() {
        run();

        List<Column> columns = Snapshots.onFx(() -> model.columns().get());
        assertThat(columns).extracting(Column::title).containsExactly("none", "v", "−v", "v + perp 1", "random");
        assertThat(columns).allSatisfy(column -> {
            assertThat(column.texts()).hasSize(3).allMatch(text -> text.length() > 0);
            assertThat(column.figures().get().klToNone()).isNotNaN();
            assertThat(column.figures().get().length()).isBetween(1.0, 8.0);
        });
        assertThat(columns.getFirst().figures().get().klToNone()).isZero();
    }

    @Test
    void theFluencyOfEveryColumnStandsUnderIt() {
        run();

        assertThat(Snapshots.onFx(() -> model.columns().get())).allSatisfy(column -> {
            assertThat(column.figures().get().distinct2()).isBetween(0.0, 1.0);
            assertThat(column.figures().get().repeated()).isBetween(0.0, 1.0);
            assertThat(column.figures().get().broken()).isBetween(0L, 3L);
        });
    }

    @Test
    void anABSetShowsTheLogitsOfItsLettersWhereTextsHaveAScore() {
        Snapshots.onFx(() ->
                context.commands().use(SampleSets.find("patience").orElseThrow().first(OptionalInt.of(6))));
        Snapshots.onFx(() -> context.commands().extract());
        await(() -> context.state().vector().get().isPresent()
                && context.state().vector().get().get().spec().set().name().equals("patience"));
        run();

        List<Column> columns = Snapshots.onFx(() -> model.columns().get());
        assertThat(columns).allSatisfy(column -> {
            assertThat(column.figures().get().score()).isNaN();
            LetterShift letters = column.figures().get().letters().orElseThrow();
            assertThat(letters.n()).isEqualTo(6);
            assertThat(letters.heldOut()).isFalse();
        });
        assertThat(new ColumnFoot(columns.get(1)).lookupAll(".label").stream().map(node -> ((Label) node).getText()))
                .contains("Logit difference", "n = 6, own");
    }

    @Test
    void aMovedStrengthMakesTheTextsOutOfDate() {
        run();
        assertThat(Snapshots.onFx(() -> model.freshness().get())).isEqualTo(Freshness.FRESH);

        Snapshots.onFx(
                () -> context.state().strength().set(context.state().strength().get() + 0.5));

        assertThat(Snapshots.onFx(() -> model.freshness().get())).isEqualTo(Freshness.STALE);
    }

    @Test
    void theSameAgainComesFromTheCacheWithTheSameTexts() {
        run();
        List<String> first = texts();
        Snapshots.onFx(() -> model.run());
        await(() -> !model.running().get() && model.freshness().get() == Freshness.CACHED);

        assertThat(texts()).isEqualTo(first);
    }

    @Test
    void aPinnedColumnStaysBesideTheNextRun() {
        run();
        Snapshots.onFx(() -> model.pin(model.columns().get().get(1)));
        Snapshots.onFx(
                () -> context.state().strength().set(context.state().strength().get() + 0.5));
        run();

        Column last = Snapshots.onFx(() -> model.columns().get().getLast());
        assertThat(last.isPinned()).isTrue();
        assertThat(last.arm().kind()).isEqualTo(ArmKind.V);
        assertThat(last.texts().getFirst().text()).isNotEmpty();
    }

    @Test
    void thereAreNeverMoreThanEightColumns() {
        Snapshots.onFx(() -> {
            for (int i = 0; i < 10 && model.canAdd(ArmKind.RANDOM); i++) {
                model.add(ArmKind.RANDOM);
            }
        });

        assertThat(Snapshots.onFx(() -> model.arms().get().arms())).hasSize(8);
    }

    @Test
    void takingADrawAwayKeepsTheOthersNumberedFromOne() {
        Snapshots.onFx(() -> {
            model.add(ArmKind.RANDOM);
            model.remove(model.arms().get().arms().get(4));
        });

        assertThat(Snapshots.onFx(() -> model.arms().get().toString())).isEqualTo("none,v,-v,orthogonal:1,random:1");
    }

    @Test
    void theScreenShowsTheWordsOfEveryText() {
        Snapshots.onFx(() -> window.window().goTo(ScreenId.SIDE_BY_SIDE));
        window.settle();
        Snapshots.onFx(() -> window.window().mainAction());
        await(() -> context.jobs().running().isEmpty()
                && shown().stream().allMatch(t -> !t.words().isEmpty()));

        assertThat(Snapshots.onFx(this::shown)).hasSize(15);
    }

    private List<TokenText> shown() {
        return window.window().lookupAll(".token-text").stream()
                .map(node -> (TokenText) node)
                .toList();
    }

    private List<String> texts() {
        return Snapshots.onFx(() -> model.columns().get().stream()
                .flatMap(column -> column.texts().stream())
                .map(SampleText::text)
                .toList());
    }

    private void run() {
        Snapshots.onFx(() -> model.run());
        await(() -> !model.running().get() && model.freshness().get().isCurrent());
    }
}
