package org.vectorscope.ui.geometry;

import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.EmptyState;

/** What stands in the charts' place while nothing is measured. */
final class Waiting extends StackPane {
    private final GeometryViewModel model;
    private final ScreenContext context;

    Waiting(GeometryViewModel model, ScreenContext context) {
        this.model = model;
        this.context = context;
        getStyleClass().add(Css.CARD);
        model.running().subscribe(running -> show());
        context.state().vector().subscribe(vector -> show());
        context.state().layer().subscribe(layer -> show());
    }

    private void show() {
        getChildren().setAll(content());
    }

    private EmptyState content() {
        if (model.running().get()) {
            return new EmptyState(
                    Feather.LOADER, "Measuring", "Covariance and spectrum of the activations at this layer.");
        }
        if (model.canMeasure()) {
            return new EmptyState(
                    Feather.BAR_CHART_2,
                    "Not measured yet",
                    "Norms and covariance of the activations the vector was made of.",
                    Buttons.primary("Measure", Feather.PLAY, model::measure));
        }
        return new EmptyState(
                Feather.TRENDING_UP,
                "No vector",
                "The geometry is that of a vector among the activations it was made of: extract one first.",
                Buttons.primary("To the vector", Feather.ARROW_RIGHT, () -> context.shell()
                        .goTo(ScreenId.VECTOR)));
    }
}
