package org.vectorscope.ui.contrast;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableDoubleValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.control.ColumnWidths;

/** The pairs, one a line. */
final class PairTable extends TableView<PairRow> {
    private static final double NARROW = 288;
    /** Shares of the question in the width that the narrow columns leave, beside texts and beside letters. */
    private static final double BESIDE_TEXTS = 0.24;

    private static final double BESIDE_LETTERS = 0.8;

    private final Uses uses;
    private final DoubleProperty narrow = new SimpleDoubleProperty(NARROW);
    private final DoubleProperty question = new SimpleDoubleProperty(BESIDE_TEXTS);

    /** Takes pairs into use or leaves them out. */
    @FunctionalInterface
    interface Uses {
        void use(List<Integer> pairs, boolean used);
    }

    PairTable(ObservableList<PairRow> rows, Uses uses) {
        super(rows);
        this.uses = uses;
        getStyleClass().add(Css.TABLE);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setPlaceholder(Css.with(new Label("No pair matches."), Css.HINT));
        DoubleBinding side = question.negate().add(1).divide(2);
        getColumns().add(useColumn());
        getColumns().add(number("#", 44, row -> String.valueOf(row.number())));
        getColumns().add(text("Question", "", question, row -> row.pair().prompt()));
        getColumns().add(text("Positive", "+", side, row -> row.pair().positive()));
        getColumns().add(text("Negative", "−", side, row -> row.pair().negative()));
        getColumns().add(number("Tokens", 76, PairRow::tokens));
        getColumns().add(number("Norm", 60, row -> row.report()
                .map(r -> Formats.one(r.norm()))
                .orElse("")));
        getColumns().add(number("cos v", 60, row -> row.report()
                .map(r -> Formats.two(r.cosine()))
                .orElse("")));
        getColumns().forEach(column -> column.setSortable(false));
        getColumns().forEach(column -> column.setReorderable(false));
        setAccessibleText("Pairs");
    }

    /** Keeps the columns of numbers as wide as the text asks for. */
    void follow(ObservableValue<? extends Number> scale) {
        scale.subscribe(now -> narrow.set(NARROW * now.doubleValue()));
        ColumnWidths.follow(this, scale);
    }

    /** Letters leave their room to the questions. */
    void fit(Kind kind) {
        question.set(kind == Kind.CHOICE ? BESIDE_LETTERS : BESIDE_TEXTS);
    }

    List<Integer> selectedPairs() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(PairRow::index)
                .toList();
    }

    /** Selects the pair with this index in the whole set, where it is in sight. */
    void select(int pair) {
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().get(i).index() == pair) {
                getSelectionModel().clearAndSelect(i);
                scrollTo(Math.max(0, i - 2));
                return;
            }
        }
    }

    /** Runs when the selected pair is another one. */
    void onSelected(Consumer<@Nullable PairRow> listener) {
        getSelectionModel().selectedItemProperty().addListener((o, was, is) -> listener.accept(is));
    }

    private TableColumn<PairRow, PairRow> useColumn() {
        TableColumn<PairRow, PairRow> column = new TableColumn<>("");
        column.setMinWidth(36);
        column.setMaxWidth(36);
        column.setPrefWidth(36);
        column.setCellValueFactory(cell -> new SimpleObjectProperty<>(cell.getValue()));
        column.setCellFactory(c -> new UseCell());
        return column;
    }

    private TableColumn<PairRow, String> number(String title, double width, Function<PairRow, String> value) {
        TableColumn<PairRow, String> column = column(title, value);
        column.getStyleClass().add(Css.NUMBER);
        column.setMinWidth(width);
        column.setPrefWidth(width);
        return column;
    }

    private TableColumn<PairRow, String> text(
            String title, String sign, ObservableDoubleValue share, Function<PairRow, String> value) {
        TableColumn<PairRow, String> column =
                column(title, row -> value.apply(row).replace('\n', ' '));
        if (!sign.isEmpty()) {
            Label mark = Css.with(new Label(sign), Css.STRONG, sign.equals("+") ? "positive-ink" : "negative-ink");
            column.setGraphic(mark);
        }
        column.prefWidthProperty().bind(widthProperty().subtract(narrow).multiply(share));
        return column;
    }

    private static TableColumn<PairRow, String> column(String title, Function<PairRow, String> value) {
        TableColumn<PairRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(cell -> new SimpleStringProperty(value.apply(cell.getValue())));
        column.setCellFactory(c -> new TextCell());
        return column;
    }

    /** Greyed where the pair is left out. */
    private static final class TextCell extends TableCell<PairRow, String> {
        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
            PairRow row = getTableRow() == null ? null : getTableRow().getItem();
            getStyleClass().remove(Css.MUTED);
            if (!empty && row != null && !row.used()) {
                getStyleClass().add(Css.MUTED);
            }
        }
    }

    private final class UseCell extends TableCell<PairRow, PairRow> {
        private final CheckBox box = new CheckBox();

        UseCell() {
            box.setFocusTraversable(false);
            box.setOnAction(e -> {
                PairRow row = getItem();
                if (row != null) {
                    uses.use(List.of(row.index()), box.isSelected());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable PairRow row, boolean empty) {
            super.updateItem(row, empty);
            Node shown = empty || row == null ? null : box;
            setGraphic(shown);
            if (row != null) {
                box.setSelected(row.used());
                box.setAccessibleText("Pair " + row.number() + " in use");
            }
        }
    }
}
