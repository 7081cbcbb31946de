package org.vectorscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.vectorscope.ui.common.Css;

/** First line of a screen: title, what it is about, actions at the right end. */
public final class ScreenHeader extends HBox {
    private final Label about = Css.with(new Label(), Css.SMALL, Css.MUTED);

    public ScreenHeader(String title, Node... actions) {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Label name = Css.with(new Label(title), Css.SCREEN_TITLE);
        name.setMinWidth(Region.USE_PREF_SIZE);
        getStyleClass().add(Css.SCREEN_HEADER);
        getChildren().addAll(name, about, spring);
        getChildren().addAll(actions);
    }

    /** The muted words behind the title. */
    public Label about() {
        return about;
    }
}
