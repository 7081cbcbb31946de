package org.vectorscope.ui.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.figure.Recipe;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Run;
import org.vectorscope.ui.common.Command;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Explanation;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.MainAction;
import org.vectorscope.ui.common.Screen;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.common.Shell;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.ColumnWidths;
import org.vectorscope.ui.control.InlineError;
import org.vectorscope.ui.control.ScreenHeader;

/** Everything computed, newest first: find, open, replay, compare, export, delete. */
public final class RunsView implements Screen {
    private static final Explanation ABOUT = Explanation.of(
                    "Runs and their recipes",
                    "Every number is kept under everything that decides it: model, pairs, layer, method, seed, version."
                            + " Asking again for the same thing reads it back; replay computes it afresh and says"
                            + " whether it agrees.")
            .source("Recipe keys are SHA-256 of their canonical JSON");

    private final ScreenContext context;
    private final RunsViewModel model;
    private final RunTable table;
    private final VBox node;
    private final StackPane below = new StackPane();
    private final RunFilterBar filter;
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.NONE);

    public RunsView(ScreenContext context) {
        this.context = context;
        this.model = new RunsViewModel(context);
        this.table = new RunTable(
                model, model::isInUse, Buttons.primary("To the vector", Feather.ARROW_RIGHT, () -> context.shell()
                        .goTo(ScreenId.VECTOR)));
        ColumnWidths.follow(table, context.appearance().scale());
        this.filter = new RunFilterBar(model);
        Button open = Buttons.button("Open", Feather.ARROW_UP_RIGHT, this::openSelected);
        Button replay = Buttons.button("Replay", Feather.ROTATE_CW, model::replay);
        Button delete = Buttons.button("Delete", Feather.TRASH, this::delete);
        open.disableProperty().bind(model.selected().map(List::isEmpty));
        replay.disableProperty().bind(model.replayable().map(able -> !able));
        delete.disableProperty().bind(model.selected().map(List::isEmpty));
        ScreenHeader header = new ScreenHeader("Runs", filter, open, replay, delete);
        header.about().setText("everything computed, newest first");
        StackPane list = Css.with(new StackPane(table), Css.CARD, "flush", "runs-list");
        VBox.setVgrow(list, Priority.ALWAYS);
        node = Css.with(
                new VBox(
                        header,
                        new InlineError(model.failure()),
                        new RunNotice(model),
                        new DiskUse(model, this::free),
                        list,
                        below),
                Css.SCREEN);
        table.setContextMenu(menu());
        table.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                openSelected();
            }
        });
        table.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
                delete();
            } else if (e.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        model.selected().subscribe(this::describe);
        model.compared().subscribe(this::compare);
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("Open", this::openSelected),
                item("Replay", model::replay),
                item("Save or give free", model::toggleSaved),
                item("Export", this::export),
                item("Delete", this::delete));
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> action.run());
        return item;
    }

    private void describe(List<Run> chosen) {
        recipe.set(chosen.isEmpty() ? Recipe.NONE : RunRecipes.of(chosen.getFirst()));
    }

    private void compare(Optional<RunsViewModel.Compared> runs) {
        below.getChildren().setAll(runs.map(this::card).stream().toList());
        below.setManaged(runs.isPresent());
    }

    private Node card(RunsViewModel.Compared runs) {
        Button export = Buttons.button("Export", Feather.SHARE, this::export);
        List<Entry> both = List.of(runs.a(), runs.b());
        if (both.stream().allMatch(ResultDiff::hasTexts)) {
            return DiffCard.of(runs, Buttons.button("Texts side by side", Feather.COLUMNS, () -> texts(both)), export);
        }
        return DiffCard.of(runs, export);
    }

    private void texts(List<Entry> entries) {
        context.shell().showDialog(new TextsPane(entries, context.shell()::closeDialog));
    }

    private void openSelected() {
        model.selected().get().stream().findFirst().ifPresent(run -> model.open(run, this::show));
    }

    /** What is of a screen goes to that screen, the rest is shown here. */
    private void show(RunsViewModel.Opened opened) {
        Shell shell = context.shell();
        Entry entry = opened.entry();
        Optional<ScreenId> screen = model.putInForce(opened);
        if (screen.isPresent()) {
            shell.goTo(screen.get());
        } else if (ResultDiff.hasTexts(entry)) {
            texts(List.of(entry));
        } else {
            shell.showDialog(new ResultPane(entry, shell::closeDialog));
        }
    }

    private void delete() {
        List<Run> going = model.selected().get();
        if (!going.isEmpty()) {
            table.getSelectionModel().clearSelection();
            model.delete(going);
        }
    }

    private void free() {
        model.free(Kind.ACTIVATIONS, bytes -> context.shell().say(Formats.bytes(bytes) + " freed"));
    }

    private void export() {
        List<Run> chosen = model.selected().get();
        if (chosen.isEmpty()) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export runs");
        chooser.setInitialFileName(RunExport.name(chosen));
        Optional.ofNullable(chooser.showSaveDialog(node.getScene().getWindow()))
                .ifPresent(file -> model.read(
                        chosen,
                        entries -> {
                            try {
                                RunExport.write(entries, file.toPath());
                                return file.getName();
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        },
                        name -> context.shell().say("Exported to " + name)));
    }

    @Override
    public ScreenId id() {
        return ScreenId.RUNS;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Optional<MainAction> mainAction() {
        return Optional.of(new MainAction("Replay", model.replayable(), model::replay));
    }

    @Override
    public ObservableValue<Explanation> explanation() {
        return new SimpleObjectProperty<>(ABOUT);
    }

    @Override
    public ObservableValue<Recipe> recipe() {
        return recipe;
    }

    @Override
    public void replay() {
        model.replay();
    }

    @Override
    public void shown() {
        model.reload();
    }

    @Override
    public boolean cancel() {
        boolean any = !table.getSelectionModel().isEmpty();
        table.getSelectionModel().clearSelection();
        return any;
    }

    @Override
    public List<Command> commands() {
        return Stream.of(
                        new Command("Export the selected runs", "recipe and result as JSON", this::export),
                        new Command("Delete the selected runs", "can be taken back", this::delete),
                        new Command("Free the activations", "they can be computed again", this::free),
                        new Command("Save the selected runs", "never given up for space", model::toggleSaved))
                .collect(Collectors.toList());
    }
}
