package org.vectorscope.ui.vector;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.vectorscope.geometry.Rows;
import org.vectorscope.lab.SavedVector;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.vector.ExtractionMethod;
import org.vectorscope.vector.LayerReport;

/** The vectors that are kept, with their numbers at the selected layer. Enter or a double click puts one in force. */
final class SavedTable extends TableView<SavedVector> {
    private static final PseudoClass IN_USE = PseudoClass.getPseudoClass("in-use");

    private final VectorViewModel model;
    private final LabState state;

    SavedTable(VectorViewModel model, LabState state) {
        super(model.saved());
        this.model = model;
        this.state = state;
        getStyleClass().add(Css.TABLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        setAccessibleText("Saved vectors");
        setPlaceholder(Css.with(new Label("Vectors you extract are kept here."), Css.MUTED));
        TableColumn<SavedVector, String> place =
                number("", 34, v -> String.valueOf(getItems().indexOf(v) + 1));
        place.setMaxWidth(34);
        getColumns().add(place);
        getColumns().add(text("Set", 90, SavedVector::name));
        getColumns()
                .add(text(
                        "Method",
                        118,
                        v -> v.file().isPresent()
                                ? "from a file"
                                : v.method().map(ExtractionMethod::title).orElse("–")));
        getColumns().add(number("n", 42, v -> v.n() == 0 ? "–" : Formats.count(v.n())));
        getColumns().add(number("‖v‖", 54, this::norm));
        getColumns().add(number("Agreement", 88, v -> at(v).map(r -> Formats.two(r.meanCosine()))
                .orElse("–")));
        getColumns()
                .add(number("AUC", 52, v -> at(v).map(r -> Formats.two(r.auc())).orElse("–")));
        setRowFactory(table -> new Row());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                selected().ifPresent(model::use);
            }
        });
        state.layer().subscribe(layer -> refresh());
        state.vector().subscribe(vector -> refresh());
    }

    Optional<SavedVector> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    private String norm(SavedVector vector) {
        float[] here = vector.byLayer().get(state.layer().get());
        return here == null
                ? "–"
                : Rows.norm(here) < 9.95 ? Formats.two(Rows.norm(here)) : Formats.one(Rows.norm(here));
    }

    private Optional<LayerReport> at(SavedVector vector) {
        return vector.at(state.layer().get());
    }

    private static TableColumn<SavedVector, String> text(
            String title, double width, Function<SavedVector, String> words) {
        TableColumn<SavedVector, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        column.setPrefWidth(width);
        column.setMinWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<SavedVector, String> number(
            String title, double width, Function<SavedVector, String> words) {
        TableColumn<SavedVector, String> column = text(title, width, words);
        column.getStyleClass().add(Css.NUMBER);
        column.setCellFactory(c -> Css.with(new NumberCell(), Css.NUMBER));
        return column;
    }

    private static final class NumberCell extends TableCell<SavedVector, String> {
        @Override
        protected void updateItem(@Nullable String words, boolean empty) {
            super.updateItem(words, empty);
            setText(empty ? null : words);
        }
    }

    private final class Row extends TableRow<SavedVector> {
        Row() {
            setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && getItem() != null) {
                    model.use(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable SavedVector vector, boolean empty) {
            super.updateItem(vector, empty);
            pseudoClassStateChanged(IN_USE, vector != null && !empty && model.isInUse(vector));
        }
    }
}
