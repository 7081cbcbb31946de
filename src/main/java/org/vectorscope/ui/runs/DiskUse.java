package org.vectorscope.ui.runs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    private static final int SHADES = 4;

    private record Part(String words, long bytes) {}

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
        free.setMinWidth(Region.USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(middle, free);
        model.usage().subscribe(this::show);
    }

    private void show(Optional<Usage> usage) {
        usage.ifPresent(u -> {
            total.setText("Cache " + Formats.bytes(u.totalBytes()));
            String disk = u.freeOnDisk() > 0 ? " · " + Formats.bytes(u.freeOnDisk()) + " free on disk" : "";
            rest.setText("of " + Formats.bytes(u.limit()) + " allowed · " + Formats.count(u.totalRuns(), "run", "runs")
                    + disk);
            List<Part> parts = parts(u);
            bar.show(u, parts.stream().map(Part::bytes).toList());
            legend.getChildren()
                    .setAll(IntStream.range(0, parts.size())
                            .mapToObj(i -> key(parts.get(i), i))
                            .toList());
            long activations = u.bytesOf(Kind.ACTIVATIONS);
            free.setText("Free " + Formats.bytes(activations) + " of activations");
            free.setDisable(activations == 0);
        });
    }

    /** The largest kinds, and the rest as one: there is room for so many words. */
    private static List<Part> parts(Usage usage) {
        List<Part> all = usage.bytes().keySet().stream()
                .map(kind -> new Part(RunWords.kinds(kind), usage.bytesOf(kind)))
                .sorted(Comparator.comparingLong(Part::bytes).reversed())
                .toList();
        if (all.size() <= SHADES) {
            return all;
        }
        List<Part> parts = new ArrayList<>(all.subList(0, SHADES - 1));
        parts.add(new Part(
                "Others", all.stream().skip(SHADES - 1L).mapToLong(Part::bytes).sum()));
        return parts;
    }

    static String shade(int place) {
        return "shade-" + place;
    }

    private static Label key(Part part, int place) {
        Region patch = Css.with(new Region(), "patch", shade(place));
        Label key = Css.with(new Label(part.words() + " " + Formats.bytes(part.bytes()), patch), Css.HINT);
        key.setMinWidth(Region.USE_PREF_SIZE);
        return key;
    }
}
