package org.vectorscope.ui.control;

import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;

/**
 * Scrolls its content up and down. The bar stands in the margin of the screen, apart from the cards, which are as wide
 * with it as without.
 */
public final class MarginScroll extends DirectScroll {
    /** How far it is to reach into the margin at its right, in pixels. */
    public static final double OUT = 12;

    private final Region content;

    public MarginScroll(Region content) {
        super(content);
        this.content = content;
        setHbarPolicy(ScrollBarPolicy.NEVER);
        viewportBoundsProperty().subscribe(seen -> Platform.runLater(() -> keepOff(seen))); // not within a layout
    }

    private void keepOff(Bounds seen) {
        double bar = getWidth() - seen.getWidth();
        content.setPadding(new Insets(0, Math.max(0, OUT - bar), 0, 0));
    }
}
