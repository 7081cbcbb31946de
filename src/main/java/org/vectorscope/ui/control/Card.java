package org.vectorscope.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vectorscope.ui.common.Css;

/** A bordered box with a title line: title, muted note, and whatever stands at its right end. */
public final class Card extends VBox {
    private final Label title;
    private final Label note = Css.with(new Label(), Css.HINT);
    private final HBox header;

    public Card(String title, Node... content) {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        this.title = Css.with(new Label(title), Css.CARD_TITLE);
        this.title.setMinWidth(Region.USE_PREF_SIZE);
        header = Css.with(new HBox(this.title, note, spring), Css.CARD_HEADER);
        getStyleClass().add(Css.CARD);
        getChildren().add(header);
        getChildren().addAll(content);
    }

    public Label title() {
        return title;
    }

    /** The muted words behind the title. */
    public Label note() {
        return note;
    }

    /** Puts nodes at the right end of the title line. */
    public Card actions(Node... nodes) {
        header.getChildren().addAll(nodes);
        return this;
    }

    /** Puts a node right behind the title. */
    public Card beside(Node node) {
        header.getChildren().add(1, node);
        return this;
    }
}
