package org.vectorscope.ui.vector;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.vectorscope.study.SweepMap;
import org.vectorscope.study.SweepWords;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;

/** What the sweep says: the same shape for an effect, for none, and for not yet known. */
final class VerdictBar extends HBox {
    private final FontIcon icon = Css.with(Icons.of(Feather.MINUS_CIRCLE), Css.ACCENT);
    private final Text headline = Css.with(new Text(), Css.STRONG, "text");
    private final Text reason = Css.with(new Text(), "text");

    VerdictBar(ObservableValue<Optional<SweepViewModel.Shown>> shown) {
        getStyleClass().add("recommendation");
        TextFlow words = new TextFlow(headline, reason);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(icon, words);
        shown.subscribe(now -> now.ifPresent(s -> show(s.report().map())));
    }

    private void show(SweepMap map) {
        icon.setIconCode(
                switch (map.best().verdict()) {
                    case STEERS -> Feather.TRENDING_UP;
                    case AGAINST -> Feather.TRENDING_DOWN;
                    case NO_EFFECT -> Feather.MINUS_CIRCLE;
                    case UNDECIDED -> Feather.HELP_CIRCLE;
                });
        String sofar = map.complete() ? "" : " so far";
        headline.setText(SweepWords.headline(map) + sofar + ". ");
        String text = SweepWords.reason(map);
        reason.setText(text.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + text.substring(1));
    }
}
