package org.vectorscope.ui.runs;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.store.Run;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.control.EmptyState;
import org.vectorscope.ui.control.Tag;

/** The list of runs, newest first. The first two selected are A and B. */
final class RunTable extends TableView<Run> {
    private final LongPredicate inUse;
    private boolean showing;

    /**
     * @param inUse whether what is in force now came from the run of this number
     * @param begin offered while nothing was computed
     */
    RunTable(RunsViewModel model, LongPredicate inUse, Button begin) {
        this.inUse = inUse;
        getStyleClass().add(Css.TABLE);
        setAccessibleText("Runs");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns().add(muted(text("Run", 56, Run::label)));
        getColumns().add(kind());
        getColumns().add(recipe());
        getColumns().add(number("Layer", 58, Run::layers));
        getColumns().add(number("n", 66, run -> Formats.count(run.n())));
        getColumns().add(number("Took", 70, run -> Formats.time(run.took())));
        getColumns().add(number("On disk", 76, run -> Formats.bytes(run.bytes())));
        getColumns().add(number("When", 84, run -> RunWords.when(run.created())));
        getColumns().add(tags());
        getSelectionModel().getSelectedIndices().subscribe(() -> select(model));
        model.runs().subscribe(runs -> show(runs, model));
        Node none = new EmptyState(
                Feather.ARCHIVE,
                "Nothing computed yet",
                "What you compute on the other screens is kept here, with the recipe that made it.",
                begin);
        Node noneFound = Css.with(new Label("No run has these words in its recipe."), Css.MUTED);
        model.filter()
                .subscribe(filter -> setPlaceholder(
                        filter.words().isBlank() && filter.kinds().isEmpty() ? none : noneFound));
    }

    /** What was selected stays so, wherever it stands now. */
    private void show(List<Run> runs, RunsViewModel model) {
        Set<Long> chosen = model.selected().get().stream().map(Run::number).collect(Collectors.toSet());
        showing = true;
        getItems().setAll(runs);
        for (int i = 0; i < runs.size(); i++) {
            if (chosen.contains(runs.get(i).number())) {
                getSelectionModel().select(i);
            }
        }
        showing = false;
        select(model);
    }

    private void select(RunsViewModel model) {
        if (showing) {
            return;
        }
        List<Run> chosen = getSelectionModel().getSelectedIndices().stream()
                .distinct()
                .sorted()
                .filter(i -> i >= 0 && i < getItems().size())
                .map(getItems()::get)
                .toList();
        if (!chosen.equals(model.selected().get())) {
            model.selected().set(chosen);
            refresh();
        }
    }

    private static TableColumn<Run, Run> column(String title, double width) {
        TableColumn<Run, Run> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<Run, Run> text(String title, double width, Function<Run, String> words) {
        TableColumn<Run, Run> column = column(title, width);
        column.setCellFactory(c -> new RunCell(words, run -> null));
        return column;
    }

    private static TableColumn<Run, Run> muted(TableColumn<Run, Run> column) {
        column.getStyleClass().add("run-number");
        return column;
    }

    private static TableColumn<Run, Run> number(String title, double width, Function<Run, String> words) {
        TableColumn<Run, Run> column = text(title, width, words);
        column.getStyleClass().add(Css.NUMBER);
        return column;
    }

    private static TableColumn<Run, Run> kind() {
        TableColumn<Run, Run> column = column("Kind", 106);
        column.setCellFactory(
                c -> new RunCell(run -> RunWords.kind(run.kind()), run -> Icons.of(RunWords.icon(run.kind()))));
        return column;
    }

    private static TableColumn<Run, Run> recipe() {
        TableColumn<Run, Run> column = column("Recipe in short", 296);
        column.setMinWidth(140);
        column.setCellFactory(c -> new RunCell(
                run -> run.name().map(name -> name + " · " + run.title()).orElse(run.title()), run -> null));
        return column;
    }

    private TableColumn<Run, Run> tags() {
        TableColumn<Run, Run> column = column("", 84);
        column.setCellFactory(c -> new RunCell(run -> "", this::tag));
        return column;
    }

    private @Nullable Node tag(Run run) {
        List<Integer> chosen = getSelectionModel().getSelectedIndices().stream()
                .distinct()
                .sorted()
                .toList();
        if (chosen.size() == 2) {
            int place = chosen.indexOf(getItems().indexOf(run));
            if (place >= 0) {
                return new Tag(place == 0 ? "A" : "B", Css.ACCENT);
            }
        }
        if (inUse.test(run.number())) {
            return new Tag("in use");
        }
        return run.saved() ? new Tag("saved") : run.number() < 0 ? new Tag("in memory", Css.WARNING) : null;
    }

    /** Words with a picture before them, if any. */
    private static final class RunCell extends TableCell<Run, Run> {
        private final Function<Run, String> words;
        private final Function<Run, @Nullable Node> graphic;

        RunCell(Function<Run, String> words, Function<Run, @Nullable Node> graphic) {
            this.words = words;
            this.graphic = graphic;
        }

        @Override
        protected void updateItem(@Nullable Run run, boolean empty) {
            super.updateItem(run, empty);
            setText(run == null ? null : words.apply(run));
            setGraphic(run == null ? null : graphic.apply(run));
        }
    }
}
