package org.vectorscope.ui.geometry;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.geometry.GeometryViewModel.Measured;

/** The numbers of the charts above in two sentences. */
final class WordsCard extends VBox {
    WordsCard(GeometryViewModel model) {
        getStyleClass().addAll(Css.CARD, "words-card");
        model.charts().subscribe(charts -> model.measured()
                .get()
                .ifPresent(m -> show(m, model.threshold().get())));
    }

    private void show(Measured m, double threshold) {
        GeometryWords space = GeometryWords.nullSpace(m.geometry(), threshold);
        boolean floor = m.geometry().basis().spectrum().rankFloor() > 0;
        Node caution = floor
                ? Css.with(Icons.of(Feather.ALERT_CIRCLE), Css.WARNING)
                : Css.with(Icons.of(Feather.INFO), Css.MUTED);
        getChildren()
                .setAll(
                        line(caution, space),
                        line(
                                Css.with(Icons.of(Feather.INFO), Css.MUTED),
                                GeometryWords.energy(m.geometry(), m.v(), threshold)));
    }

    private static HBox line(Node icon, GeometryWords words) {
        TextFlow flow = new TextFlow(
                Css.with(new Text(words.finding()), Css.STRONG, "text"), Css.with(new Text(words.rest()), "text"));
        HBox.setHgrow(flow, Priority.ALWAYS);
        return Css.with(new HBox(icon, flow), Css.GAP_8);
    }
}
