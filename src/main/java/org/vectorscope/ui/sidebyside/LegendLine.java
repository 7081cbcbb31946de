package org.vectorscope.ui.sidebyside;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Freshness;

/** What tint and underline mean; that the random numbers are the same; or that the texts are out of date. */
final class LegendLine extends HBox {
    private final SideBySideViewModel model;
    private final Label tint = Css.with(new Label(), Css.HINT);
    private final Label low = Css.with(new Label(), Css.HINT);
    private final Label high = Css.with(new Label(), Css.HINT);
    private final Label different = Css.with(new Label(), Css.HINT);
    private final Label batch = Css.with(new Label(), Css.HINT);

    LegendLine(SideBySideViewModel model) {
        this.model = model;
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Label word = Css.with(new Label("word"), "different-word");
        getStyleClass().addAll("line", "legend-line", Css.GAP_8);
        Region bar = Css.with(new Region(), "tint-bar");
        Tooltip.install(bar, new Tooltip("Without tint: the mean of the column without steering"));
        getChildren().addAll(tint, low, bar, high, gap(), word, different, spring, batch);
        for (Label label : new Label[] {low, high, word}) {
            label.setMinWidth(Region.USE_PREF_SIZE);
        }
        model.columns().subscribe(c -> refresh());
        model.reference().subscribe(r -> refresh());
        model.freshness().subscribe(f -> refresh());
        model.onSettled(this::refresh);
    }

    private static Region gap() {
        Region gap = new Region();
        gap.getStyleClass().add("legend-gap");
        return gap;
    }

    private void refresh() {
        boolean any =
                model.ranWith().get().isPresent() && !model.columns().get().isEmpty();
        setVisible(any);
        model.ranWith().get().filter(ran -> any).ifPresent(ran -> {
            Tint scale = Tint.of(model.columns().get());
            tint.setText("Tint: cos(h, v) at layer " + ran.layer() + ", before v is added");
            low.setText(Formats.signed(scale.centre() - scale.reach()));
            high.setText(Formats.signed(scale.centre() + scale.reach()));
            int reference =
                    Math.min(model.reference().get(), model.columns().get().size() - 1);
            different.setText(
                    "not in the column “" + model.columns().get().get(reference).title() + "”");
            boolean stale = model.freshness().get() == Freshness.STALE;
            batch.getStyleClass().remove(Css.WARNING);
            boolean part = !stale && !model.whole().get() && !model.running().get();
            if (stale || part) {
                batch.getStyleClass().add(Css.WARNING);
            }
            batch.setText(
                    stale
                            ? "Out of date: these texts are of " + ran.words()
                            : part ? "Stopped before the end: texts are cut off, not scored" : batchWords(ran));
        });
    }

    private static String batchWords(Settings ran) {
        return "Same random numbers · "
                + Formats.count(ran.arms().arms().size(), "arm", "arms") + " × "
                + Formats.count(ran.rows(), "sample", "samples");
    }
}
