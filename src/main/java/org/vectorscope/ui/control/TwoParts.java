package org.vectorscope.ui.control;

import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Two parts, one under the other; beside each other where both have room for it. */
public final class TwoParts extends GridPane {
    /** Width, in pixels at the normal text size, from which they stand beside each other. */
    private static final double ROOMY = 1300;

    private final Node first;
    private final Node second;
    private boolean beside;

    public TwoParts(Node first, Node second, ObservableValue<? extends Number> scale) {
        this.first = first;
        this.second = second;
        add(first, 0, 0);
        add(second, 0, 1);
        getColumnConstraints().setAll(share(100));
        Runnable fit = () -> arrange(getWidth() >= ROOMY * scale.getValue().doubleValue());
        widthProperty().addListener((o, was, is) -> Platform.runLater(fit)); // not within a layout
        scale.subscribe(now -> Platform.runLater(fit));
    }

    private void arrange(boolean wide) {
        if (wide == beside) {
            return;
        }
        beside = wide;
        setConstraints(first, 0, 0);
        setConstraints(second, wide ? 1 : 0, wide ? 0 : 1);
        getColumnConstraints()
                .setAll(wide ? new ColumnConstraints[] {share(50), share(50)} : new ColumnConstraints[] {share(100)});
    }

    private static ColumnConstraints share(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }
}
