package org.vectorscope.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A choice of two or three, all in sight; one is always chosen. */
public final class Segmented<T> extends HBox {
    private final ObjectProperty<T> value;
    private final ToggleGroup group = new ToggleGroup();

    public Segmented(List<T> choices, Function<T, String> words, T chosen) {
        value = new SimpleObjectProperty<>(chosen);
        getStyleClass().add("segmented");
        for (T choice : choices) {
            getChildren().add(toggle(choice, words.apply(choice), place(choices.indexOf(choice), choices.size())));
        }
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            }
        });
        value.addListener((o, was, is) -> select(is));
        select(chosen);
    }

    private ToggleButton toggle(T choice, String words, String place) {
        ToggleButton button = new ToggleButton(words);
        button.getStyleClass().add(place);
        button.setUserData(choice);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> value.set(choice));
        return button;
    }

    private static String place(int index, int count) {
        if (count == 1) {
            return "only-pill";
        }
        return index == 0 ? "left-pill" : index == count - 1 ? "right-pill" : "center-pill";
    }

    private void select(T choice) {
        group.getToggles().stream()
                .filter(toggle -> choice.equals(toggle.getUserData()))
                .forEach(group::selectToggle);
    }

    public ObjectProperty<T> value() {
        return value;
    }
}
