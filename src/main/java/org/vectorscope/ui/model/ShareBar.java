package org.vectorscope.ui.model;

import java.util.List;
import javafx.scene.layout.Region;
import org.vectorscope.ui.common.Css;

/** One bar whose parts are as wide as their shares of it. */
final class ShareBar extends Region {
    private List<Double> shares = List.of();

    ShareBar() {
        getStyleClass().add("share-bar");
    }

    /** @param share 0 to 1 of the whole bar; @param style its class in model.css */
    record Part(double share, String style) {}

    void show(List<Part> parts) {
        shares = parts.stream().map(Part::share).toList();
        getChildren()
                .setAll(parts.stream()
                        .map(part -> Css.with(new Region(), part.style()))
                        .toList());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double x = snappedLeftInset();
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        for (int i = 0; i < shares.size(); i++) {
            double part = Math.max(1, shares.get(i) * width);
            getChildren().get(i).resizeRelocate(snapPositionX(x), snappedTopInset(), snapSizeX(part), height);
            x += part;
        }
    }
}
