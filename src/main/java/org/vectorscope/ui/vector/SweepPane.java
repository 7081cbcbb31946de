package org.vectorscope.ui.vector;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.job.JobState;
import org.vectorscope.lab.SweepFigures;
import org.vectorscope.study.SweepMap;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.ChartCard;
import org.vectorscope.ui.control.ChartTools;
import org.vectorscope.ui.control.InlineError;
import org.vectorscope.ui.control.NumberPill;

/** The layer × strength map as it fills, what it says, and the slope of each layer. */
final class SweepPane extends VBox {
    private static final int MOST_ITEMS = 100_000;

    private final SweepViewModel model;
    private final Label words = Css.with(new Label(), Css.HINT);
    private final Label done = Css.with(new Label(), Css.SMALL, Css.MUTED);
    private final ChartCard heat;
    private final ChartCard slopes;

    SweepPane(SweepViewModel model, ScreenContext context) {
        this.model = model;
        ChartTools tools = new ChartTools(context.shell(), context.jobs(), context.appearance());
        this.heat = new ChartCard("Layer × strength", tools);
        this.slopes = new ChartCard("Slope of each layer", tools);
        getStyleClass().add("sweep");
        VBox charts = Css.with(new VBox(heat, new VerdictBar(model.shown()), slopes), "sweep");
        charts.visibleProperty().bind(model.shown().map(Optional::isPresent));
        SweepWaiting waiting = new SweepWaiting(model, context);
        waiting.visibleProperty().bind(charts.visibleProperty().not());
        StackPane stack = new StackPane(waiting, charts);
        VBox.setVgrow(stack, Priority.ALWAYS);
        heat.getStyleClass().add("sweep-map");
        VBox.setVgrow(heat, Priority.ALWAYS);
        VBox.setVgrow(slopes, Priority.SOMETIMES);
        getChildren().addAll(controls(), new InlineError(model.failure()), stack);
        model.shown().subscribe(this::show);
        context.state().vectorSpec().subscribe(spec -> describe());
        context.state().imported().subscribe(imported -> describe());
    }

    private Node controls() {
        NumberPill items =
                new NumberPill("Items", model.items().get(), 1, MOST_ITEMS, n -> String.valueOf(Math.round(n)));
        items.value().bindBidirectional(model.items());
        items.disableProperty().bind(model.running());
        ProgressBar bar = new ProgressBar();
        bar.progressProperty()
                .bind(model.progress()
                        .map(p -> p.map(r -> r.fraction().orElse(-1)).orElse(-1.0)));
        bar.setAccessibleText("Share of the sweep that is done");
        Button cancel = Buttons.button("Cancel", Feather.X, model::cancel);
        HBox working = Css.with(new HBox(bar, done, cancel), Css.GAP_8, "sweep-working");
        working.visibleProperty().bind(model.running());
        working.managedProperty().bind(model.running());
        done.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.progress().get().map(SweepPane::words).orElse("waits for the job before it"),
                        model.progress()));
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        words.setMinWidth(0);
        words.visibleProperty().bind(model.running().not());
        words.managedProperty().bind(words.visibleProperty());
        done.setMinWidth(USE_PREF_SIZE);
        return Css.with(new HBox(items, words, spring, working), Css.GAP_12, "sweep-controls");
    }

    private static String words(JobState.Running running) {
        String share = running.fraction().isPresent()
                ? " · " + Formats.percent(running.fraction().getAsDouble())
                : "";
        return running.stage()
                + share
                + running.left()
                        .map(left -> " · " + Formats.time(left) + " left")
                        .orElse("");
    }

    private void describe() {
        words.setText(
                model.isLettered()
                        ? "of " + Formats.count(model.available()) + "; " + model.vectors()
                                + " · 7 strengths, from the last prompt token on"
                        : "");
    }

    private void show(Optional<SweepViewModel.Shown> shown) {
        shown.ifPresent(s -> {
            SweepFigures figures = s.figures();
            SweepMap map = s.report().map();
            String n = "n = " + Formats.count(map.n())
                    + (map.complete() ? "" : " of " + Formats.count(map.items()) + " · provisional");
            heat.show(figures.heat(), "propensity, letter token only · " + n);
            slopes.show(figures.slopes(), "95 % interval of each layer by itself · " + n);
        });
    }
}
