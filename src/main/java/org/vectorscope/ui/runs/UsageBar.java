package org.vectorscope.ui.runs;

import java.util.List;
import javafx.scene.layout.Region;
import org.vectorscope.store.Usage;
import org.vectorscope.ui.common.Css;

/** One bar: the whole is what is allowed, the pieces are the kinds. */
final class UsageBar extends Region {
    private List<Double> shares = List.of();

    UsageBar() {
        getStyleClass().add("usage-bar");
    }

    /** @param parts bytes of each piece */
    void show(Usage usage, List<Long> parts) {
        double whole = Math.max(usage.limit(), usage.totalBytes());
        shares = parts.stream().map(bytes -> bytes / whole).toList();
        getChildren().clear();
        for (int place = 0; place < parts.size(); place++) {
            getChildren().add(Css.with(new Region(), "piece", DiskUse.shade(place)));
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = 0;
        for (int i = 0; i < shares.size(); i++) {
            double width = shares.get(i) * getWidth();
            getChildren().get(i).resizeRelocate(x, 0, width, getHeight());
            x += width;
        }
    }
}
