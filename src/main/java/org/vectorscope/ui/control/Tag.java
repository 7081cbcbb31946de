package org.vectorscope.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.vectorscope.ui.common.Css;

/** One or two words in a rounded outline: {@code loaded}, {@code 2 to look at}. */
public final class Tag extends Label {
    public Tag(String words, String... classes) {
        super(words);
        getStyleClass().add(Css.TAG);
        getStyleClass().addAll(classes);
        setMinWidth(Region.USE_PREF_SIZE);
    }
}
