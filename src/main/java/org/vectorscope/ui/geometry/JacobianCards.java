package org.vectorscope.ui.geometry;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.lab.Jacobians;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.EmptyState;
import org.vectorscope.ui.control.InlineError;

/** What stands in the Jacobian's place until it is measured. */
final class JacobianCards extends StackPane {
    private final JacobianViewModel model;

    JacobianCards(JacobianViewModel model) {
        this.model = model;
        getStyleClass().add(Css.CARD);
        setMinHeight(0); // as high as the charts that will stand here
        model.running().subscribe(running -> show());
        visibleProperty().bind(model.charts().map(java.util.Optional::isEmpty));
    }

    private void show() {
        getChildren().setAll(Css.with(new VBox(content(), new InlineError(model.failure())), Css.GAP_8));
    }

    private Node content() {
        if (model.running().get()) {
            return new EmptyState(
                    Feather.LOADER,
                    "Measuring the Jacobian",
                    "Each coordinate of the residual stream is moved a little, up and down, at " + Jacobians.PROMPTS
                            + " of the texts.");
        }
        return new EmptyState(
                Feather.ACTIVITY,
                "The Jacobian",
                "Which directions at this layer change what comes next, and which do not: another null space than that"
                        + " of the covariance.",
                Buttons.button("Measure the Jacobian", Feather.PLAY, model::measure));
    }
}
