package org.vectorscope.ui.geometry;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.vectorscope.figure.Bins;
import org.vectorscope.figure.screen.ChartPane;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.geometry.GeometryViewModel.Measured;

/** Above the selected bar: which pairs are in it, and what can be done with them. */
final class PairCallout {
    private static final int NAMED = 4;

    private final GeometryViewModel model;
    private final ScreenContext context;
    private final ChartPane chart;

    PairCallout(GeometryViewModel model, ScreenContext context, ChartPane chart) {
        this.model = model;
        this.context = context;
        this.chart = chart;
        model.bars().subscribe(bars -> update());
    }

    private void update() {
        chart.clearCallout();
        List<Integer> pairs = model.selectedPairs();
        if (pairs.isEmpty() || model.measured().get().isEmpty()) {
            return;
        }
        Measured m = model.measured().get().get();
        Bins bins = Bins.of(m.geometry().pairDifferenceNorms());
        int bar = model.bars().get().first();
        double middle = (bins.edges()[bar] + bins.edges()[bar + 1]) / 2;
        chart.callOut(box(pairs), middle, bins.counts()[bar]);
    }

    private VBox box(List<Integer> pairs) {
        Label which = Css.with(new Label(words(pairs, model.keptPairs())), Css.STRONG, Css.SMALL);
        Hyperlink show = new Hyperlink("Show");
        show.setOnAction(e -> context.shell().goTo(ScreenId.CONTRAST));
        Hyperlink drop = new Hyperlink("Drop");
        drop.setOnAction(e -> model.dropSelected());
        HBox actions = Css.with(new HBox(show, new Label("·"), drop), Css.GAP_4, Css.SMALL);
        return Css.with(new VBox(which, actions), "pair-callout");
    }

    /** @param places of the pairs in use in the whole set */
    static String words(List<Integer> pairs, List<Integer> places) {
        String named = pairs.stream()
                .limit(NAMED)
                .map(pair -> String.valueOf(places.get(pair) + 1))
                .collect(Collectors.joining(", "));
        return Formats.count(pairs.size(), "pair", "pairs") + ": " + named + (pairs.size() > NAMED ? ", …" : "");
    }
}
