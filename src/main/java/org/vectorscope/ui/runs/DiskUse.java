package org.vectorscope.ui.runs;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Usage;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.control.Buttons;

/** How much the cache takes up and of what, and the button that frees the most of it. */
final class DiskUse extends HBox {
    private static final int SHADES = 5;

    private final Label total = Css.with(new Label(), Css.SMALL, Css.STRONG);
    private final Label rest = Css.with(new Label(), Css.SMALL, Css.MUTED);
    private final UsageBar bar = new UsageBar();
    private final HBox legend = Css.with(new HBox(), Css.GAP_16);
    private final Button free;

    DiskUse(RunsViewModel model, Runnable freeActivations) {
        free = Buttons.button("", Feather.TRASH_2, freeActivations);
        getStyleClass().addAll(Css.CARD, "disk-use");
        VBox middle = Css.with(new VBox(Css.with(new HBox(total, rest), Css.GAP_4), bar, legend), Css.GAP_4);
        HBox.setHgrow(middle, Priority.ALWAYS);
        getChildren().addAll(middle, free);
        model.usage().subscribe(this::show);
    }

    private void show(Optional<Usage> usage) {
        usage.ifPresent(u -> {
            total.setText("Cache " + Formats.bytes(u.totalBytes()));
            String disk = u.freeOnDisk() > 0 ? " · " + Formats.bytes(u.freeOnDisk()) + " free on disk" : "";
            rest.setText("of " + Formats.bytes(u.limit()) + " allowed · " + Formats.count(u.totalRuns(), "run", "runs")
                    + disk);
            List<Kind> kinds = bySize(u);
            bar.show(u, kinds);
            legend.getChildren()
                    .setAll(kinds.stream()
                            .map(kind -> key(u, kind, kinds.indexOf(kind)))
                            .toList());
            long activations = u.bytesOf(Kind.ACTIVATIONS);
            free.setText("Free " + Formats.bytes(activations) + " of activations");
            free.setDisable(activations == 0);
        });
    }

    private static List<Kind> bySize(Usage usage) {
        return usage.bytes().keySet().stream()
                .sorted((a, b) -> Long.compare(usage.bytesOf(b), usage.bytesOf(a)))
                .toList();
    }

    static String shade(int place) {
        return "shade-" + Math.min(place, SHADES - 1);
    }

    private static Label key(Usage usage, Kind kind, int place) {
        Region patch = Css.with(new Region(), "patch", shade(place));
        Label key =
                Css.with(new Label(RunWords.kinds(kind) + " " + Formats.bytes(usage.bytesOf(kind)), patch), Css.HINT);
        key.setMinWidth(Region.USE_PREF_SIZE);
        return key;
    }
}
