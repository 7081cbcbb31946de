package org.vectorscope.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.vectorscope.ui.common.Command;
import org.vectorscope.ui.common.Css;

/** Everything the window can do, found by typing. */
final class CommandPalette extends VBox {
    private final TextField query = new TextField();
    private final FilteredList<Command> found;
    private final ListView<Command> list;
    private final Runnable close;

    CommandPalette(List<Command> commands, Runnable close) {
        this.close = close;
        found = new FilteredList<>(FXCollections.observableArrayList(commands));
        list = Css.with(new ListView<>(found), "palette-list");
        list.setCellFactory(view -> new Line());
        list.setPlaceholder(Css.with(new Label("No command has these words."), Css.MUTED));
        list.setOnMouseClicked(e -> run());
        query.setPromptText("What do you want to do?");
        query.textProperty().subscribe(this::filter);
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getStyleClass().addAll("dialog-box", "palette");
        getChildren().addAll(query, list);
    }

    private void filter(String text) {
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        found.setPredicate(command -> {
            String title = command.title().toLowerCase(Locale.ROOT);
            return words.stream().allMatch(title::contains);
        });
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> list.getSelectionModel().selectNext();
            case UP -> list.getSelectionModel().selectPrevious();
            case ENTER -> run();
            default -> {
                return;
            }
        }
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 3));
        event.consume();
    }

    /** Types into the box. */
    void search(String text) {
        query.setText(text);
    }

    List<String> titles() {
        return found.stream().map(Command::title).toList();
    }

    /** Does what is selected. */
    void run() {
        Command chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close.run();
            chosen.run().run();
        }
    }

    @Override
    public void requestFocus() {
        query.requestFocus();
    }

    private static final class Line extends ListCell<Command> {
        Line() {
            // as wide as the list, never wider: no bar to scroll sideways
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Command item, boolean empty) {
            super.updateItem(item, empty);
            if (item == null) {
                setGraphic(null);
                return;
            }
            Region spring = new Region();
            HBox.setHgrow(spring, Priority.ALWAYS);
            setGraphic(Css.with(
                    new HBox(new Label(item.title()), spring, Css.with(new Label(item.hint()), Css.HINT)),
                    "palette-line"));
        }
    }
}
