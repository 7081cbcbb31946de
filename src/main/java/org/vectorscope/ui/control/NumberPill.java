package org.vectorscope.ui.control;

import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.vectorscope.ui.common.Css;

/** A small number with its name: "Temp. 0.8". What is no number in range is outlined, said, and not taken. */
public final class NumberPill extends HBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final DoubleProperty value;
    private final TextField field = new TextField();
    private final DoubleFunction<String> words;
    private final double least;
    private final double most;
    private final Tooltip problem = new Tooltip();

    /** @param words how the number is written; what {@link Double#parseDouble} reads back */
    public NumberPill(String name, double start, double least, double most, DoubleFunction<String> words) {
        this.value = new SimpleDoubleProperty(start);
        this.words = words;
        this.least = least;
        this.most = most;
        getStyleClass().add("number-pill");
        field.setAccessibleText(name);
        problem.setText(name + " must be " + words.apply(least) + " to " + words.apply(most));
        field.setOnAction(e -> commit());
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                commit();
            }
        });
        field.textProperty().subscribe(this::fit);
        value.subscribe(now -> field.setText(words.apply(now.doubleValue())));
        Label title = Css.with(new Label(name), "pill-name");
        title.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, field);
        setMinWidth(USE_PREF_SIZE);
        setMaxWidth(USE_PREF_SIZE);
        setOnMouseClicked(e -> field.requestFocus());
    }

    private void fit(String text) {
        field.setPrefColumnCount(Math.max(1, text.length()));
    }

    private void commit() {
        boolean ok = isInRange(field.getText().strip().replace(',', '.'));
        pseudoClassStateChanged(WRONG, !ok);
        field.setTooltip(ok ? null : problem);
        if (ok) {
            value.set(Double.parseDouble(field.getText().strip().replace(',', '.')));
            field.setText(words.apply(value.get()));
        }
    }

    private boolean isInRange(String text) {
        try {
            double number = Double.parseDouble(text);
            return number >= least && number <= most;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    public DoubleProperty value() {
        return value;
    }
}
