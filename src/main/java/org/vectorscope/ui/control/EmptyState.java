package org.vectorscope.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;

/** Says what to do where there is nothing yet, and offers the button that does it. */
public final class EmptyState extends VBox {
    public EmptyState(Feather icon, String title, String words, Button... buttons) {
        getStyleClass().add("empty-state");
        Label text = Css.with(new Label(words), "empty-words");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(Css.with(Icons.large(icon), Css.MUTED), Css.with(new Label(title), "empty-title"), text);
        HBox actions = Css.with(new HBox(buttons), "empty-actions");
        actions.setManaged(buttons.length > 0);
        getChildren().add(actions);
    }
}
