package org.vectorscope.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;

/** Model › contrast set › layer › vector: what is in force. */
final class ChipRow extends HBox {
    private final LabState state;
    private final Chip model;
    private final Chip contrast;
    private final Chip layer;
    private final Chip vector;
    /** In the order in which they give up their details. */
    private final List<Chip> givingWay;
    /** In the order in which their names are cut. */
    private final List<Chip> cut;

    ChipRow(ScreenContext context, Popovers popovers) {
        state = context.state();
        Pickers pickers = new Pickers(context, popovers);
        model = new Chip("Model", Feather.CPU, state.model().map(m -> m.map(x -> Freshness.FRESH)));
        contrast = new Chip("Contrast set", Feather.COLUMNS, state.set().map(s -> s.map(x -> Freshness.FRESH)));
        ObservableValue<Optional<Freshness>> vectorState =
                state.vectorFreshness().map(Optional::of);
        layer = new Chip("Layer", Feather.LAYERS, state.vector().map(v -> v.map(x -> Freshness.FRESH)));
        vector = new Chip("Vector", Feather.TRENDING_UP, vectorState);
        model.opens(popovers, pickers::models);
        contrast.opens(popovers, pickers::sets);
        layer.opens(popovers, pickers::layers);
        vector.opens(popovers, pickers::methods);
        layer.setMinWidth(USE_PREF_SIZE);
        givingWay = List.of(contrast, layer, model, vector);
        cut = List.of(model, vector, contrast, layer);
        getStyleClass().add("chip-row");
        getChildren().addAll(model, arrow(), contrast, arrow(), layer, arrow(), vector);
        listen();
    }

    private static Node arrow() {
        return Css.with(Icons.small(Feather.CHEVRON_RIGHT), Css.MUTED);
    }

    /** Where there is no room for all, details go before names are cut. */
    @Override
    protected void layoutChildren() {
        double whole = prefWidth(-1)
                + givingWay.stream()
                        .filter(chip -> !chip.tellsDetail())
                        .mapToDouble(Chip::detailWidth)
                        .sum()
                + cut.stream().mapToDouble(Chip::cutOff).sum();
        double tooMuch = whole - getWidth();
        for (Chip chip : givingWay) {
            boolean told = tooMuch <= 0;
            if (!told) {
                tooMuch -= chip.detailWidth();
            }
            if (chip.detailWidth() > 0 && chip.tellsDetail() != told) {
                chip.tellDetail(told);
            }
        }
        for (Chip chip : cut) {
            double width = Math.clamp(tooMuch, 0, chip.nameSlack());
            chip.cut(width);
            tooMuch -= width;
        }
        super.layoutChildren();
    }

    private void listen() {
        state.model()
                .subscribe(m -> model.say(
                        m.map(open -> open.name()).orElse("No model"),
                        m.map(open -> open.dtype()).orElse("")));
        state.pairsInUse()
                .subscribe(s -> contrast.say(
                        s.map(set -> set.name()).orElse("No contrast set"),
                        s.map(set -> Formats.count(set.pairs().size(), "pair", "pairs"))
                                .orElse("")));
        state.layer().subscribe(l -> sayLayer());
        state.model().subscribe(m -> sayLayer());
        state.vectorFreshness().subscribe(f -> sayVector());
        state.vector().subscribe(v -> sayVector());
        state.layer().subscribe(l -> sayVector());
        state.method().subscribe(m -> sayVector());
        state.imported().subscribe(i -> sayVector());
    }

    private void sayLayer() {
        int at = state.layer().get();
        layer.say(
                at < 0 ? "No layer" : "Layer " + at,
                state.model()
                        .get()
                        .map(open -> "of 0–" + (open.checkpoint().config().layers() - 1))
                        .orElse(""));
    }

    private void sayVector() {
        String method = state.method().get().title();
        String title = state.imported()
                .get()
                .map(saved -> "Imported: " + saved.name())
                .orElse(Character.toUpperCase(method.charAt(0)) + method.substring(1));
        String norm = state.vector()
                .get()
                .flatMap(v -> v.at(state.layer().get()))
                .map(report -> "‖v‖ " + Formats.one(report.norm()))
                .orElseGet(() -> state.vectorFreshness().get() == Freshness.MISSING
                        ? ""
                        : state.vectorFreshness().get().words());
        vector.say(title, norm);
    }
}
