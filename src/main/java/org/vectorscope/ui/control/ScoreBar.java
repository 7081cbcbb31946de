package org.vectorscope.ui.control;

import javafx.scene.layout.Region;

/** A score from −1 to 1 as a bar from zero on a thin line, in an arm's colour. */
public final class ScoreBar extends Region {
    private final Region axis = region("score-axis");
    private final Region bar = region("score-bar");
    private final Region zero = region("score-zero");
    private double score = Double.NaN;

    public ScoreBar(String armStyle) {
        getStyleClass().add("score");
        bar.getStyleClass().add(armStyle);
        getChildren().addAll(axis, bar, zero);
    }

    private static Region region(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }

    /** NaN shows the line alone. */
    public void show(double value) {
        score = value;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double middle = width / 2;
        axis.resizeRelocate(0, Math.rint(height / 2), width, 1);
        zero.resizeRelocate(Math.rint(middle), 0, 1, height);
        bar.setVisible(Double.isFinite(score));
        if (bar.isVisible()) {
            double end = middle + middle * Math.clamp(score, -1, 1);
            bar.resizeRelocate(Math.min(middle, end), height * 0.25, Math.abs(end - middle), height * 0.5);
        }
    }
}
