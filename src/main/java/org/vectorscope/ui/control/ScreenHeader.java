package org.vectorscope.ui.control;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.vectorscope.ui.common.Css;

/**
 * First line of a screen: title, what it is about, actions at the right end. Where the actions do not fit beside the
 * title they stand below it.
 */
public final class ScreenHeader extends Region {
    /** Sizes that are no whole pixels add up to a little more in the line than one by one. */
    private static final double SLACK = 2;

    private final Label about = Css.with(new Label(), Css.SMALL, Css.MUTED);
    private final HBox words;
    private final FlowPane actions;

    public ScreenHeader(String title, Node... actions) {
        Label name = Css.with(new Label(title), Css.SCREEN_TITLE);
        name.setMinWidth(USE_PREF_SIZE);
        words = Css.with(new HBox(name, about), Css.SCREEN_HEADER);
        this.actions = Css.with(new FlowPane(actions), Css.GAP_8);
        this.actions.setAlignment(Pos.CENTER_LEFT);
        this.actions.setPrefWrapLength(Double.MAX_VALUE);
        getChildren().addAll(words, this.actions);
    }

    /** The muted words behind the title. */
    public Label about() {
        return about;
    }

    private double gap() {
        return actions.getHgap();
    }

    /** All actions in one line. */
    private double actionsWidth() {
        double sum = actions.getChildren().stream()
                .filter(Node::isManaged)
                .mapToDouble(action -> snapSizeX(action.prefWidth(-1)) + gap())
                .sum();
        return sum == 0 ? 0 : sum - gap() + SLACK;
    }

    private boolean isBeside(double width) {
        return words.minWidth(-1) + 2 * gap() + actionsWidth() <= width;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return words.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return words.prefWidth(-1) + 2 * gap() + actionsWidth();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double title = words.prefHeight(-1);
        if (width < 0 || isBeside(width)) {
            return Math.max(title, actions.prefHeight(Double.MAX_VALUE));
        }
        return title + gap() + actions.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double title = words.prefHeight(-1);
        if (isBeside(width)) {
            double right = snapSizeX(actionsWidth());
            layoutInArea(words, 0, 0, width - right - 2 * gap(), getHeight(), 0, HPos.LEFT, VPos.CENTER);
            layoutInArea(actions, width - right, 0, right, getHeight(), 0, HPos.RIGHT, VPos.CENTER);
        } else {
            layoutInArea(words, 0, 0, width, title, 0, HPos.LEFT, VPos.CENTER);
            double top = title + gap();
            layoutInArea(actions, 0, top, width, getHeight() - top, 0, HPos.LEFT, VPos.TOP);
        }
    }
}
