package org.vectorscope.ui.control;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A choice of two or three, all in sight; one is always chosen, though it may be {@linkplain #idle() idle}. */
public final class Segmented<T> extends HBox {
    private final ObjectProperty<T> value;
    private final BooleanProperty idle = new SimpleBooleanProperty();
    private final ToggleGroup group = new ToggleGroup();

    public Segmented(List<T> choices, Function<T, String> words, T chosen) {
        value = new SimpleObjectProperty<>(chosen);
        getStyleClass().add("segmented");
        for (T choice : choices) {
            getChildren().add(toggle(choice, words.apply(choice), place(choices.indexOf(choice), choices.size())));
        }
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null && !idle.get()) {
                group.selectToggle(was);
            }
        });
        value.addListener((o, was, is) -> show());
        idle.addListener((o, was, is) -> show());
        show();
    }

    private ToggleButton toggle(T choice, String words, String place) {
        ToggleButton button = new ToggleButton(words);
        button.getStyleClass().add(place);
        button.setUserData(choice);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> {
            value.set(choice);
            idle.set(false);
            show();
        });
        return button;
    }

    private static String place(int index, int count) {
        if (count == 1) {
            return "only-pill";
        }
        return index == 0 ? "left-pill" : index == count - 1 ? "right-pill" : "center-pill";
    }

    private void show() {
        group.getToggles().stream()
                .filter(toggle -> value.get().equals(toggle.getUserData()))
                .forEach(toggle -> toggle.setSelected(!idle.get()));
        if (idle.get()) {
            group.selectToggle(null);
        }
    }

    public ObjectProperty<T> value() {
        return value;
    }

    /** Whether something else is in force, so that none is shown as chosen; choosing one ends it. */
    public BooleanProperty idle() {
        return idle;
    }
}
