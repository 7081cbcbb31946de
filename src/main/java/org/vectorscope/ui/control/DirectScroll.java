package org.vectorscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import org.jspecify.annotations.Nullable;

/**
 * Scrolls its content as it is. JavaFX's own shows a bitmap of it, which is drawn anew in whole whenever a part of it
 * changes, and is blurred in pictures that are finer than the window.
 */
public class DirectScroll extends ScrollPane {
    public DirectScroll(Node content) {
        super(content);
        prepare();
    }

    public DirectScroll() {
        prepare();
    }

    private void prepare() {
        getStyleClass().add("plain-scroll");
        setFitToWidth(true);
        skinProperty().subscribe(this::drawDirectly);
    }

    private void drawDirectly(@Nullable Skin<?> skin) {
        getChildrenUnmodifiable().stream()
                .filter(part -> part.getStyleClass().contains("viewport"))
                .forEach(viewport -> viewport.setCache(false));
    }
}
