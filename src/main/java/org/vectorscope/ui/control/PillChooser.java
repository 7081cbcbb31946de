package org.vectorscope.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.vectorscope.ui.common.Css;

/** A choice that carries its name: "Template  ChatML (auto)". */
public final class PillChooser<T> extends ComboBox<T> {
    private final String name;
    private final Function<T, String> words;

    public PillChooser(String name, List<T> choices, Function<T, String> words) {
        this.name = name;
        this.words = words;
        getStyleClass().add("pill-chooser");
        getItems().addAll(choices);
        setButtonCell(new NamedCell());
        setCellFactory(list -> new PlainCell());
        setAccessibleText(name);
    }

    private final class NamedCell extends ListCell<T> {
        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            String value = item == null ? "" : words.apply(item);
            setGraphic(Css.with(
                    new HBox(Css.with(new Label(name), "pill-name"), Css.with(new Label(value), "pill-value")),
                    "pill-inside"));
        }
    }

    private final class PlainCell extends ListCell<T> {
        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null ? "" : words.apply(item));
        }
    }
}
