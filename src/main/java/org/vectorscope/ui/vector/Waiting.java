package org.vectorscope.ui.vector;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.MainAction;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.common.VectorInForce;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.EmptyState;

/** What stands in the chart's place while there is no vector of what is in force. */
final class Waiting extends StackPane {
    private final ScreenContext context;
    private final LabState state;
    private final MainAction extract;

    Waiting(ScreenContext context, MainAction extract) {
        this.context = context;
        this.state = context.state();
        this.extract = extract;
        getStyleClass().add(Css.CARD);
        state.vectorFreshness().subscribe(this::show);
        state.vector().subscribe(() -> show(state.vectorFreshness().get()));
        state.layer().subscribe(() -> show(state.vectorFreshness().get()));
        state.imported().subscribe(() -> show(state.vectorFreshness().get()));
    }

    private void show(Freshness freshness) {
        Optional<VectorInForce> imported =
                state.vector().get().filter(vector -> vector.imported().isPresent());
        if (imported.isPresent()) {
            getChildren().setAll(imported(imported.get()));
            return;
        }
        getChildren()
                .setAll(
                        switch (freshness) {
                            case MISSING -> missing();
                            case RUNNING ->
                                new EmptyState(
                                        Feather.LOADER,
                                        "Reading the pairs",
                                        "All layers come from one pass over the texts.");
                            case STALE ->
                                new EmptyState(
                                        Feather.REFRESH_CW,
                                        "Out of date",
                                        "The last vector was made from something else. " + cost(),
                                        button());
                            case TO_COMPUTE, FRESH, CACHED ->
                                new EmptyState(Feather.TRENDING_UP, "No vector yet", cost(), button());
                        });
    }

    private EmptyState imported(VectorInForce vector) {
        int d = vector.outcome().value().vectors().firstEntry().getValue().length;
        String here = vector.at(state.layer().get())
                .map(report -> "At layer " + report.layer() + " it is " + Formats.one(report.norm()) + " long, "
                        + Formats.two(report.normRatio()) + " of the mean activation of the texts in force.")
                .orElse("It has none for layer " + state.layer().get() + ".");
        Button compare = Buttons.primary(
                "Side by side", Feather.GRID, () -> context.shell().goTo(ScreenId.SIDE_BY_SIDE));
        return new EmptyState(
                Feather.LOG_IN,
                "Imported from " + vector.file().orElse("a file"),
                Formats.count(vector.layers().size(), "vector, ", "vectors, one a layer, ") + d + " wide. " + here
                        + " Agreement, AUC and stability are known of vectors only that are made of pairs here.",
                compare);
    }

    private EmptyState missing() {
        if (state.model().get().isEmpty()) {
            Button model = Buttons.primary(
                    "Choose a model", Feather.CPU, () -> context.shell().goTo(ScreenId.MODEL));
            return new EmptyState(Feather.CPU, "No model", "A vector is made of a model’s activations.", model);
        }
        Button pairs = Buttons.primary(
                "Choose pairs", Feather.COLUMNS, () -> context.shell().goTo(ScreenId.CONTRAST));
        String why = state.imported()
                .get()
                .map(saved -> saved.name() + " was read; how long it is beside the model’s activations is measured on"
                        + " texts: choose the pairs that give them.")
                .orElse("A vector is made of pairs that differ in one trait.");
        return new EmptyState(Feather.COLUMNS, "No contrast set", why, pairs);
    }

    private String cost() {
        int pairs = state.pairsInUse().get().map(set -> set.pairs().size()).orElse(0);
        return "All layers from one pass over " + Formats.count(2L * pairs, "text", "texts") + ".";
    }

    private Button button() {
        Button button = Buttons.button("Extract", Feather.PLAY, extract.run());
        button.disableProperty().bind(extract.ready().map(is -> !is));
        return button;
    }
}
