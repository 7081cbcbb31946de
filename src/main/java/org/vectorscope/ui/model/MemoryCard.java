package org.vectorscope.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.checkpoint.MemoryNeed;
import org.vectorscope.lab.MachineMemory;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.control.Card;

/** Memory the selected model needs beside what the machine has free. */
final class MemoryCard extends VBox {
    private final ModelViewModel model;
    private final Label needs = Css.with(new Label(), Css.SMALL, Css.STRONG);
    private final Label verdict = Css.with(new Label(), Css.SMALL);
    private final Label mark = new Label();
    private final Label whole = Css.with(new Label(), Css.HINT);
    private final ShareBar bar = new ShareBar();
    private final HBox legend = Css.with(new HBox(), Css.GAP_16);

    MemoryCard(ModelViewModel model) {
        this.model = model;
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox below = new HBox(legend, spring, whole);
        needs.setMinWidth(Region.USE_PREF_SIZE);
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        HBox words = Css.with(new HBox(needs, verdict, mark), Css.GAP_4);
        words.setAlignment(Pos.CENTER_RIGHT);
        getStyleClass().add("tight");
        getChildren().add(new Card("Memory", bar, below).actions(words));
        model.details().subscribe(this::show);
        model.context().state().model().subscribe(() -> show(model.details().get()));
        model.context().state().precision().subscribe(() -> show(model.details().get()));
    }

    private void show(Optional<ModelDetails> details) {
        setVisible(details.isPresent());
        setManaged(details.isPresent());
        details.ifPresent(this::draw);
    }

    private void draw(ModelDetails details) {
        MachineMemory machine = MachineMemory.now();
        MemoryNeed need = details.memory(model.precision(details.entry()));
        long weights = need.weights();
        long work = need.work();
        boolean loaded = model.isInForce(details.entry());
        long free = machine.available() + (loaded ? weights : 0);
        long others = Math.max(0, machine.total() - free);
        boolean fits = need.total() <= free;
        needs.setText("needs " + Formats.bytes(need.total()));
        verdict.setText("of " + Formats.bytes(free) + " free · " + (fits ? "fits" : "does not fit"));
        mark.setGraphic(Icons.of(fits ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE));
        mark.getStyleClass().removeAll(Css.OK, Css.WARNING);
        mark.getStyleClass().add(fits ? Css.OK : Css.WARNING);
        whole.setText(Formats.bytes(machine.total()) + " in all");
        double total = machine.total();
        bar.show(List.of(
                new ShareBar.Part(others / total, "others-part"),
                new ShareBar.Part(Math.min(weights, free) / total, "weights-part"),
                new ShareBar.Part(Math.clamp(free - weights, 0, work) / total, "work-part")));
        legend.getChildren()
                .setAll(
                        named("others-part", "Other programs " + Formats.bytes(others)),
                        named("weights-part", "Weights " + Formats.bytes(weights)),
                        named("work-part", "Work space " + Formats.bytes(work)));
    }

    private static Node named(String style, String words) {
        Label label = Css.with(new Label(words, Css.with(new Region(), "part-mark", style)), Css.HINT);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
