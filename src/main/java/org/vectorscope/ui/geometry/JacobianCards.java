package org.vectorscope.ui.geometry;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.lab.Jacobians;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.InlineError;

/** What stands in the place of the Jacobian's charts until it is measured: one line, so that the others keep the room. */
final class JacobianCards extends VBox {
    private final JacobianViewModel model;

    JacobianCards(JacobianViewModel model) {
        this.model = model;
        getStyleClass().add(Css.CARD);
        setMinHeight(Region.USE_PREF_SIZE);
        model.running().subscribe(running -> show());
        visibleProperty().bind(model.charts().map(Optional::isEmpty));
        managedProperty().bind(visibleProperty());
    }

    private void show() {
        getChildren().setAll(content(), new InlineError(model.failure()));
    }

    private Node content() {
        if (model.running().get()) {
            return line(
                    Feather.LOADER,
                    "Measuring the Jacobian",
                    "Each coordinate of the residual stream is moved a little, up and down, at " + Jacobians.PROMPTS
                            + " of the texts.");
        }
        HBox line = line(
                Feather.ACTIVITY,
                "The Jacobian",
                "Which directions at this layer change what comes next, and which do not: another null space than that"
                        + " of the covariance.");
        line.getChildren().add(Buttons.button("Measure the Jacobian", Feather.PLAY, model::measure));
        return line;
    }

    private static HBox line(Feather icon, String title, String words) {
        Label what = Css.with(new Label(words), Css.SMALL, Css.MUTED);
        what.setWrapText(true);
        what.setMinHeight(Region.USE_PREF_SIZE);
        what.setMaxWidth(Double.MAX_VALUE);
        VBox text = new VBox(Css.with(new Label(title), Css.CARD_TITLE), what);
        HBox.setHgrow(text, Priority.ALWAYS);
        return Css.with(new HBox(Css.with(Icons.large(icon), Css.MUTED), text), Css.GAP_12, "line");
    }
}
