package org.vectorscope.ui.control;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.Icons;

/** A problem where it arose: one sentence, what to do beside it, details that fold out. Takes no room while all is well. */
public final class InlineError extends VBox {
    private static final int DETAIL_ROWS = 8;

    private final Label sentence = new Label();
    private final TextArea details = new TextArea();
    private final Hyperlink more = new Hyperlink("Details");

    public InlineError(ObservableValue<Optional<Failure>> failure, Button... actions) {
        getStyleClass().add("inline-error");
        setMinHeight(Region.USE_PREF_SIZE);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        sentence.setMaxWidth(Double.MAX_VALUE);
        sentence.setGraphic(Css.with(Icons.of(Feather.ALERT_TRIANGLE), Css.DANGER));
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox line = Css.with(new HBox(sentence, more), Css.CARD_HEADER);
        line.getChildren().addAll(actions);
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(e -> fold(!details.isVisible()));
        details.setEditable(false);
        details.setPrefRowCount(DETAIL_ROWS);
        getChildren().addAll(line, details);
        failure.subscribe(this::show);
    }

    private void show(Optional<Failure> failure) {
        setVisible(failure.isPresent());
        setManaged(failure.isPresent());
        fold(false);
        failure.ifPresent(f -> {
            sentence.setText(f.sentence());
            details.setText(f.details());
            more.setVisible(!f.details().isBlank());
        });
    }

    private void fold(boolean open) {
        details.setVisible(open);
        details.setManaged(open);
        more.setText(open ? "Hide details" : "Details");
    }
}
