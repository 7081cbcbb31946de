package org.vectorscope.ui.control;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.paint.Color;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.LayerMeasure;
import org.vectorscope.vector.LayerReport;

/** One block of the strip. */
final class LayerCell extends Label {
    private static final CornerRadii CORNERS = new CornerRadii(3);

    private final LayerStrip strip;
    private final int layer;

    LayerCell(LayerStrip strip, int layer) {
        this.strip = strip;
        this.layer = layer;
        getStyleClass().add("cell");
        setMinSize(0, 0);
        setTextOverrun(OverrunStyle.CLIP);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setOnMouseEntered(e -> strip.hover(layer));
        setOnMouseExited(e -> strip.hover(-1));
        setOnMousePressed(e -> {
            strip.requestFocus();
            strip.selected().set(layer);
        });
    }

    int layer() {
        return layer;
    }

    void showNumber(boolean show) {
        setText(show ? String.valueOf(layer) : "");
    }

    /** @param low the smallest value on the strip; @param high the largest */
    void show(Optional<LayerReport> report, double low, double high) {
        double value = report.map(strip.measure().get()::of).orElse(Double.NaN);
        if (Double.isFinite(value)) {
            double share = high > low ? (value - low) / (high - low) : 1;
            paint(strip.low().interpolate(strip.high(), share));
        } else {
            getStyleClass().remove("unknown");
            getStyleClass().add("unknown");
        }
        setAccessibleText(words(report));
    }

    private void paint(Color colour) {
        getStyleClass().remove("unknown");
        setBackground(new Background(new BackgroundFill(colour, CORNERS, Insets.EMPTY)));
        setTextFill(ink(colour));
    }

    /** Black or white, whichever reads better. */
    private static Color ink(Color ground) {
        double luminance = 0.2126 * linear(ground.getRed())
                + 0.7152 * linear(ground.getGreen())
                + 0.0722 * linear(ground.getBlue());
        return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 ? Color.WHITE : Color.BLACK;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private String words(Optional<LayerReport> report) {
        StringBuilder words = new StringBuilder("Layer " + layer);
        report.ifPresent(r -> {
            for (LayerMeasure measure : LayerMeasure.values()) {
                if (Double.isFinite(measure.of(r))) {
                    words.append(", ").append(measure.inSentence()).append(' ').append(Formats.two(measure.of(r)));
                }
            }
        });
        return words.toString();
    }
}
