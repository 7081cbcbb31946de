package org.vectorscope.ui.geometry;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.geometry.JacobianGeometry;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.geometry.GeometryViewModel.Measured;

/** The numbers of the charts above in two sentences. */
final class WordsCard extends VBox {
    WordsCard(GeometryViewModel model, JacobianViewModel jacobian) {
        getStyleClass().addAll(Css.CARD, "words-card");
        setMinHeight(USE_PREF_SIZE);
        Runnable show = () -> model.measured()
                .get()
                .ifPresent(m ->
                        show(m, jacobian.measured().get(), model.threshold().get()));
        model.charts().subscribe(charts -> show.run());
        jacobian.measured().subscribe(measured -> show.run());
    }

    private void show(Measured m, Optional<JacobianGeometry> jacobian, double threshold) {
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
        jacobian.ifPresent(j -> getChildren()
                .add(line(Css.with(Icons.of(Feather.INFO), Css.MUTED), GeometryWords.jacobian(j, threshold))));
    }

    private static HBox line(Node icon, GeometryWords words) {
        TextFlow flow = new TextFlow(
                Css.with(new Text(words.finding()), Css.STRONG, "text"), Css.with(new Text(words.rest()), "text"));
        HBox.setHgrow(flow, Priority.ALWAYS);
        return Css.with(new HBox(icon, flow), Css.GAP_8);
    }
}
