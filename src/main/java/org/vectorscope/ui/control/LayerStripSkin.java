package org.vectorscope.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.SkinBase;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.common.LayerMeasure;
import org.vectorscope.vector.LayerReport;

/** Three rows: the recommended mark, the cells, the numbers of the hovered or selected layer in words. */
final class LayerStripSkin extends SkinBase<LayerStrip> {
    private static final double MARK = 1.3;
    private static final double CELL = 1.6;
    private static final double GAP = 2;
    private static final double NARROW = 1.6;

    private final List<LayerCell> cells = new ArrayList<>();
    private final Label mark = new Label("recommended", Icons.small(Feather.STAR));
    private final Region ring = new Region();
    private final TextFlow info = new TextFlow();
    private final Text explanation = text("", "muted");

    LayerStripSkin(LayerStrip strip) {
        super(strip);
        mark.getStyleClass().add("recommended");
        ring.getStyleClass().add("ring");
        ring.setMouseTransparent(true);
        info.getStyleClass().add("info");
        rebuild();
        listen(strip);
        consumeMouseEvents(false);
        strip.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private void listen(LayerStrip strip) {
        registerChangeListener(strip.blocks(), o -> rebuild());
        registerChangeListener(strip.selected(), o -> describe());
        registerChangeListener(strip.hovered(), o -> describe());
        registerChangeListener(strip.recommended(), o -> describe());
        registerChangeListener(strip.measure(), o -> colour());
        registerChangeListener(strip.reports(), o -> colour());
        registerChangeListener(strip.lowColor(), o -> colour());
        registerChangeListener(strip.highColor(), o -> colour());
    }

    private void rebuild() {
        cells.clear();
        for (int layer = 0; layer < getSkinnable().blocks().get(); layer++) {
            cells.add(new LayerCell(getSkinnable(), layer));
        }
        getChildren().setAll(cells);
        getChildren().addAll(ring, mark, info);
        colour();
    }

    private void colour() {
        LayerStrip strip = getSkinnable();
        double[] values = strip.reports().get().stream()
                .mapToDouble(strip.measure().get()::of)
                .filter(Double::isFinite)
                .toArray();
        double low = java.util.Arrays.stream(values).min().orElse(0);
        double high = java.util.Arrays.stream(values).max().orElse(0);
        for (LayerCell cell : cells) {
            cell.show(strip.report(cell.layer()), low, high);
        }
        describe();
    }

    private void describe() {
        LayerStrip strip = getSkinnable();
        int layer = strip.hovered().get() >= 0
                ? strip.hovered().get()
                : strip.selected().get();
        info.getChildren().clear();
        if (layer >= 0 && layer < cells.size()) {
            add(text("Layer " + layer, "strong"));
            explanation.setText(
                    " = residual stream after block " + layer + ", counted from 0 (resid_post." + layer + ")");
            add(explanation);
            strip.report(layer).ifPresent(this::addNumbers);
        } else {
            add(text(cells.isEmpty() ? "Load a model to see its layers." : "Choose a layer.", "muted"));
        }
        strip.requestLayout();
    }

    private void addNumbers(LayerReport report) {
        for (LayerMeasure measure : LayerMeasure.values()) {
            if (Double.isFinite(measure.of(report))) {
                add(text("  ·  " + measure.inSentence() + " ", "plain"));
                add(text(Formats.two(measure.of(report)), "strong"));
            }
        }
    }

    private void add(Text text) {
        info.getChildren().add(text);
    }

    private static Text text(String words, String style) {
        Text text = new Text(words);
        text.getStyleClass().addAll("words", style);
        return text;
    }

    private void key(KeyEvent event) {
        LayerStrip strip = getSkinnable();
        int last = cells.size() - 1;
        int layer = strip.selected().get();
        int next =
                switch (event.getCode()) {
                    case LEFT -> layer - 1;
                    case RIGHT -> layer + 1;
                    case HOME -> 0;
                    case END -> last;
                    default -> Integer.MIN_VALUE;
                };
        if (next != Integer.MIN_VALUE && last >= 0) {
            strip.selected().set(Math.clamp(next, 0, last));
            cells.get(strip.selected().get()).notifyAccessibleAttributeChanged(javafx.scene.AccessibleAttribute.TEXT);
            event.consume();
        }
    }

    private double em() {
        return mark.getFont().getSize() / 11 * 13;
    }

    @Override
    protected void layoutChildren(double x, double y, double width, double height) {
        double em = em();
        double rows = MARK * em + CELL * em + MARK * em;
        double top = y + Math.max(0, (height - rows) / 2);
        double cellTop = snapPositionY(top + MARK * em);
        layoutCells(x, cellTop, width, em);
        Optional<Integer> recommended = getSkinnable().recommended().get().filter(r -> r < cells.size());
        mark.setVisible(recommended.isPresent());
        recommended.ifPresent(layer -> {
            double middle = cells.get(layer).getLayoutX() + cells.get(layer).getWidth() / 2;
            double w = mark.prefWidth(-1);
            double icon = 6 * em / 13;
            double left = Math.min(middle - icon, x + width - w);
            layoutInArea(mark, left, top, w, MARK * em, 0, HPos.LEFT, VPos.CENTER);
        });
        explanation.setManaged(true);
        explanation.setVisible(info.prefWidth(-1) <= width);
        explanation.setManaged(explanation.isVisible());
        double infoTop = cells.isEmpty() ? y + (height - MARK * em) / 2 : cellTop + CELL * em + 0.15 * em;
        layoutInArea(info, x, infoTop, width, MARK * em, 0, HPos.LEFT, VPos.CENTER);
    }

    private void layoutCells(double x, double top, double width, double em) {
        int count = cells.size();
        double step = count == 0 ? 0 : (width + GAP) / count;
        int every = step >= NARROW * em ? 1 : step * 2 >= NARROW * em ? 2 : 5;
        for (int i = 0; i < count; i++) {
            double left = snapPositionX(x + i * step);
            double right = snapPositionX(x + (i + 1) * step) - (step > 6 ? GAP : 1);
            cells.get(i).resizeRelocate(left, top, right - left, CELL * em);
            cells.get(i).showNumber(i % every == 0);
        }
        int selected = getSkinnable().selected().get();
        ring.setVisible(selected >= 0 && selected < count);
        if (ring.isVisible()) {
            LayerCell cell = cells.get(selected);
            ring.resizeRelocate(cell.getLayoutX(), cell.getLayoutY(), cell.getWidth(), cell.getHeight());
        }
    }

    @Override
    protected double computePrefHeight(double width, double top, double right, double bottom, double left) {
        return (2 * MARK + CELL) * em();
    }

    @Override
    protected double computePrefWidth(double height, double top, double right, double bottom, double left) {
        return 40 * em();
    }

    @Override
    protected double computeMinWidth(double height, double top, double right, double bottom, double left) {
        return 10 * em();
    }

    @Override
    protected Object queryAccessibleAttribute(javafx.scene.AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ROLE -> AccessibleRole.LIST_VIEW;
            case TEXT -> "Layers";
            case ITEM_COUNT -> cells.size();
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
