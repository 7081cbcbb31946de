package org.vectorscope.ui.runs;

import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.file.Json;
import org.vectorscope.store.Entry;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.control.Buttons;

/** A result as it is kept: its JSON. */
final class ResultPane extends VBox {
    ResultPane(Entry entry, Runnable close) {
        getStyleClass().addAll("dialog-box", "texts-pane");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Label title = Css.with(
                new Label(RunWords.kind(entry.run().kind()) + " " + entry.run().label() + " · "
                        + entry.run().title()),
                Css.CARD_TITLE);
        TextArea json = new TextArea(Json.pretty(entry.result()));
        json.setEditable(false);
        json.getStyleClass().add(Css.MONO);
        VBox.setVgrow(json, Priority.ALWAYS);
        getChildren()
                .addAll(
                        Css.with(new HBox(title, spring, Buttons.icon(Feather.X, "Close", close)), Css.CARD_HEADER),
                        json);
    }
}
