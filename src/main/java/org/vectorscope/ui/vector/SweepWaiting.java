package org.vectorscope.ui.vector;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.EmptyState;

/** What stands in the map's place while there is none. */
final class SweepWaiting extends StackPane {
    private final SweepViewModel model;
    private final ScreenContext context;
    private final LabState state;
    private final ObjectBinding<EmptyState> content;

    SweepWaiting(SweepViewModel model, ScreenContext context) {
        this.model = model;
        this.context = context;
        this.state = context.state();
        getStyleClass().add(Css.CARD);
        this.content = Bindings.createObjectBinding(
                this::now, state.model(), state.vectorSpec(), model.running(), state.imported());
        content.subscribe(shown -> getChildren().setAll(shown));
    }

    private EmptyState now() {
        if (state.model().get().isEmpty()) {
            Button button = Buttons.primary(
                    "Choose a model", Feather.CPU, () -> context.shell().goTo(ScreenId.MODEL));
            return new EmptyState(Feather.CPU, "No model", "A sweep reads a model’s answers.", button);
        }
        if (!model.isLettered()) {
            Button button = Buttons.primary(
                    "Choose pairs", Feather.COLUMNS, () -> context.shell().goTo(ScreenId.CONTRAST));
            return new EmptyState(
                    Feather.COLUMNS,
                    "Not an A/B set",
                    "A sweep compares the letters (A) and (B): it needs a set of questions with these two answers, such"
                            + " as patience or caution.",
                    button);
        }
        if (model.running().get()) {
            return new EmptyState(
                    Feather.LOADER,
                    "Reading the first items",
                    state.imported()
                            .get()
                            .map(saved -> "The vectors come from " + saved.name() + ", the cells from the items.")
                            .orElse("The vectors come from one half of the items, the cells from the other."));
        }
        return new EmptyState(
                Feather.GRID,
                "Not swept yet",
                "Every layer and strength, one question at a time: does the vector move the answer’s letter?");
    }
}
