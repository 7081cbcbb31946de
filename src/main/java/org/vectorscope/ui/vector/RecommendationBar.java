package org.vectorscope.ui.vector;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.vector.Recommendation;

/** The layer and strength to start with, and why. Takes no room while there is none. */
final class RecommendationBar extends HBox {
    private final Text headline = Css.with(new Text(), Css.STRONG, "text");
    private final Text reason = Css.with(new Text(), "text");

    RecommendationBar(ObservableValue<Optional<Recommendation>> recommendation, Runnable use) {
        getStyleClass().add("recommendation");
        TextFlow words = new TextFlow(headline, reason);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = Buttons.button("Use", Feather.CHECK, use);
        button.setGraphic(null);
        button.setAccessibleText("Use the recommended layer and strength");
        getChildren().addAll(Css.with(Icons.of(Feather.STAR), Css.ACCENT), words, button);
        recommendation.subscribe(this::show);
    }

    private void show(Optional<Recommendation> recommendation) {
        setVisible(recommendation.isPresent());
        setManaged(recommendation.isPresent());
        recommendation.ifPresent(r -> {
            headline.setText("Layer " + r.layer() + ", strength " + Formats.plain(r.strength()) + " × v. ");
            reason.setText(r.reason());
            pseudoClassStateChanged(DOUBTFUL, !r.promising());
        });
    }

    private static final javafx.css.PseudoClass DOUBTFUL = javafx.css.PseudoClass.getPseudoClass("doubtful");
}
