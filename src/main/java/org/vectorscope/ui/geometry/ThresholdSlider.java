package org.vectorscope.ui.geometry;

import atlantafx.base.controls.ProgressSliderSkin;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import org.vectorscope.figure.Quantity;
import org.vectorscope.ui.common.Css;

/** The threshold of the null space, in tenths of a decade from 10⁻⁶ to 10⁻¹. */
final class ThresholdSlider extends HBox {
    static final double LOWEST = 1e-6;
    static final double HIGHEST = 0.1;

    private final Slider slider = new Slider(Math.log10(LOWEST), Math.log10(HIGHEST), -3);
    private final Label words = new Label();
    private final DoubleProperty threshold;

    ThresholdSlider(DoubleProperty threshold) {
        this.threshold = threshold;
        getStyleClass().add("threshold");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(0.1);
        slider.setAccessibleText("Threshold of the null space, share of the largest eigenvalue");
        words.getStyleClass().add("threshold-value");
        getChildren().addAll(Css.with(new Label("Threshold"), Css.MUTED), slider, words);
        slider.valueProperty().addListener((o, was, is) -> set(Math.pow(10, Math.rint(is.doubleValue() * 10) / 10)));
        threshold.subscribe(value -> show(value.doubleValue()));
    }

    private void set(double value) {
        if (Math.abs(Math.log(value / threshold.get())) > 1e-9) {
            threshold.set(value);
        }
    }

    private void show(double value) {
        words.setText(Quantity.scientific(value) + " × λ₁");
        if (Math.abs(slider.getValue() - Math.log10(value)) > 0.05) {
            slider.setValue(Math.log10(value));
        }
    }
}
