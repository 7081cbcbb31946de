package org.vectorscope.figure.screen;

import java.awt.Graphics2D;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jfree.chart.fx.ChartCanvas;
import org.jspecify.annotations.Nullable;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Layer;
import org.vectorscope.figure.Look;
import org.vectorscope.figure.Palette;
import org.vectorscope.figure.plot.CellGrid;
import org.vectorscope.figure.plot.Drawing;
import org.vectorscope.figure.plot.Probe;
import org.vectorscope.figure.plot.Surface;

/**
 * A figure on the screen. Bars that may be picked answer to clicks and to left, right and Enter; a line that may be
 * moved answers to dragging and to up and down. Numbers show under the pointer.
 */
public final class ChartPane extends Region {
    /** Pixels drawn for a unit of the scene: a picture of the window at twice its size is still sharp. */
    private static final double DENSITY = 2;

    /** Sizes of text under which a chart cannot be read. */
    private static final double LEAST_HEIGHT = 13;

    private static final double KEY_STEP = Math.pow(10, 0.1);

    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(Look.screen(Palette.light(), 1));
    private final Label tip = new Label();
    private IntConsumer onBar = bar -> {};
    private DoubleConsumer onThreshold = value -> {};
    private @Nullable Figure figure;
    private @Nullable Drawing drawing;
    private @Nullable ChartCanvas canvas;
    private @Nullable Callout callout;
    private boolean stale;
    private boolean dragging;
    private int keyBar = -1;
    private final CellReader cells = new CellReader();

    private record Callout(Node node, double x, double y) {}

    public ChartPane() {
        getStyleClass().add("chart-pane");
        getStylesheets()
                .add(Objects.requireNonNull(ChartPane.class.getResource("chart.css"))
                        .toExternalForm());
        tip.getStyleClass().add("chart-tip");
        tip.setManaged(false);
        tip.setVisible(false);
        tip.setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinWidth(120);
        look.subscribe(changed -> {
            setMinHeight(changed.text() * LEAST_HEIGHT);
            rebuild();
        });
        setOnMouseMoved(this::hover);
        setOnMouseExited(e -> tip.setVisible(false));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(e -> dragging = false);
        setOnKeyPressed(this::key);
    }

    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    public Optional<Figure> figure() {
        return Optional.ofNullable(figure);
    }

    public void show(Figure shown) {
        if (figure == shown) {
            return;
        }
        figure = shown;
        setAccessibleText(shown.title() + ". " + shown.caption());
        setFocusTraversable(interactive(shown.chart()));
        rebuild();
    }

    /** Hears the index of a bar that was picked. */
    public void setOnBar(IntConsumer listener) {
        onBar = listener;
    }

    /** Hears, while it is being moved, the value of the line that may be moved. */
    public void setOnThreshold(DoubleConsumer listener) {
        onThreshold = listener;
    }

    /** Keeps {@code node} above the point (x, y) of the first panel, in its axes' values. */
    public void callOut(Node node, double x, double y) {
        clearCallout();
        callout = new Callout(node, x, y);
        node.setManaged(false);
        getChildren().add(node);
        requestLayout();
    }

    public void clearCallout() {
        if (callout != null) {
            getChildren().remove(callout.node);
            callout = null;
        }
    }

    private static boolean interactive(Chart chart) {
        return chart instanceof Chart.Heat
                || chart instanceof Chart.Panel panel
                        && panel.layers().stream()
                                .anyMatch(l -> l instanceof Layer.Rule r && r.grip() == Layer.Grip.DRAGGED
                                        || l instanceof Layer.Bars b && b.pick() == Layer.Pick.BY_READER);
    }

    /** Drawn once a frame, however often it was changed. */
    private void rebuild() {
        stale = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (figure == null) {
            return;
        }
        if (stale || drawing == null) {
            drawing = Drawing.of(figure.chart(), look.get().times(density()), this::outlined);
        }
        ChartCanvas surface = canvas == null ? newCanvas(drawing) : canvas;
        double width = snapSizeX(getWidth() - snappedLeftInset() - snappedRightInset());
        double height = snapSizeY(getHeight() - snappedTopInset() - snappedBottomInset());
        surface.relocate(snappedLeftInset(), snappedTopInset());
        double k = density();
        surface.setWidth(Math.max(1, Math.ceil(width * k)));
        surface.setHeight(Math.max(1, Math.ceil(height * k)));
        surface.getTransforms().setAll(new Scale(1 / k, 1 / k));
        if (stale) {
            stale = false;
            surface.setChart(drawing.chart());
        }
        placeCallout();
    }

    /** What the canvas is drawn on with; it calls for no drawing before it is there. */
    private Graphics2D outlined(Graphics2D given) {
        return canvas == null ? given : new OutlinedText(canvas.getGraphicsContext2D());
    }

    private ChartCanvas newCanvas(Drawing first) {
        ChartCanvas made = new ChartCanvas(first.chart());
        made.setTooltipEnabled(false);
        made.setMouseTransparent(true);
        getChildren().add(0, made);
        getChildren().add(tip);
        canvas = made;
        return made;
    }

    private void placeCallout() {
        List<Surface> surfaces = surfaces();
        if (callout != null
                && !surfaces.isEmpty()
                && !surfaces.getFirst().data().isEmpty()) {
            Surface s = surfaces.getFirst();
            Node node = callout.node;
            node.autosize();
            double width = node.getLayoutBounds().getWidth();
            double height = node.getLayoutBounds().getHeight();
            double x = s.x(callout.x) / density() - width / 2;
            double y = s.y(callout.y) / density() - height - 10;
            double top = s.data().getMinY() / density() - height / 3;
            node.relocate(Math.clamp(x, 0, Math.max(0, getWidth() - width)), Math.max(top, y));
        }
    }

    private List<Surface> surfaces() {
        return drawing == null ? List.of() : drawing.surfaces();
    }

    private Optional<Probe> probe(double y) {
        List<Surface> surfaces = surfaces();
        if (figure == null) {
            return Optional.empty();
        }
        return switch (figure.chart()) {
            case Chart.Panel panel -> Optional.of(new Probe(panel, surfaces.getFirst()));
            case Chart.Stack stack -> {
                int i = 0;
                while (i < surfaces.size() - 1
                        && y * density() > surfaces.get(i).data().getMaxY()) {
                    i++;
                }
                yield Optional.of(new Probe(stack.panels().get(i), surfaces.get(i)));
            }
            case Chart.Forest f -> Optional.empty();
            case Chart.Matrix m -> Optional.empty();
            case Chart.Heat h -> Optional.empty();
            case Chart.Columns c -> Optional.empty();
        };
    }

    private double density() {
        double window = getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getOutputScaleX();
        return Math.max(1, DENSITY / window);
    }

    private void hover(MouseEvent event) {
        Optional<Probe> probe = probe(event.getY());
        double px = event.getX() * density();
        double py = event.getY() * density();
        String text = probe.map(p -> p.text(px, py)).orElseGet(() -> cellText(px, py));
        boolean movable = probe.flatMap(p -> p.grip(px, py)).isPresent();
        boolean pickable = probe.filter(ChartPane::pickable)
                .map(p -> p.bar(px, py).isPresent())
                .orElse(false);
        setCursor(movable ? Cursor.V_RESIZE : pickable ? Cursor.HAND : Cursor.DEFAULT);
        tip.setText(text);
        tip.setVisible(!text.isEmpty());
        tip.autosize();
        double x = Math.min(event.getX() + 14, Math.max(0, getWidth() - tip.getWidth()));
        double y = event.getY() + 18 + tip.getHeight() > getHeight()
                ? event.getY() - tip.getHeight() - 8
                : event.getY() + 18;
        tip.relocate(x, y);
    }

    private static boolean pickable(Probe probe) {
        return probe.bars().filter(b -> b.pick() == Layer.Pick.BY_READER).isPresent();
    }

    private void press(MouseEvent event) {
        requestFocus();
        Optional<Probe> probe = probe(event.getY());
        double px = event.getX() * density();
        double py = event.getY() * density();
        dragging = probe.flatMap(p -> p.grip(px, py)).isPresent();
        if (!dragging) {
            OptionalInt bar =
                    probe.filter(ChartPane::pickable).map(p -> p.bar(px, py)).orElse(OptionalInt.empty());
            bar.ifPresent(onBar);
        }
    }

    private void drag(MouseEvent event) {
        if (dragging) {
            tip.setVisible(false);
            probe(0).ifPresent(p -> onThreshold.accept(p.level(event.getY() * density())));
        }
    }

    private Optional<CellGrid> grid() {
        return drawing == null ? Optional.empty() : drawing.grid();
    }

    private String cellText(double px, double py) {
        return grid().flatMap(g -> g.at(px, py).map(spot -> g.heat().at(spot).note()))
                .orElse("");
    }

    private boolean readCell(KeyEvent event) {
        Optional<CellGrid> grid = grid();
        Optional<Chart.Spot> spot = grid.flatMap(g -> cells.key(event.getCode(), g));
        spot.ifPresent(s -> {
            CellGrid g = grid.orElseThrow();
            String note = g.heat().at(s).note();
            setAccessibleText(note);
            tip.setText(note);
            tip.setVisible(true);
            tip.autosize();
            double x = g.box(s).getMaxX() / density();
            double below = g.box(s).getMaxY() / density() + 4;
            double y = below + tip.getHeight() > getHeight()
                    ? g.box(s).getMinY() / density() - tip.getHeight() - 4
                    : below;
            tip.relocate(Math.min(x, Math.max(0, getWidth() - tip.getWidth())), y);
        });
        return spot.isPresent();
    }

    private void key(KeyEvent event) {
        if (readCell(event)) {
            event.consume();
            return;
        }
        Optional<Probe> probe = probe(0);
        boolean used =
                switch (event.getCode()) {
                    case UP -> nudge(probe, KEY_STEP);
                    case DOWN -> nudge(probe, 1 / KEY_STEP);
                    case LEFT -> step(probe, -1);
                    case RIGHT -> step(probe, 1);
                    case ENTER, SPACE -> pick();
                    default -> false;
                };
        if (used) {
            event.consume();
        }
    }

    private boolean nudge(Optional<Probe> probe, double factor) {
        Optional<Layer.Rule> rule = probe.flatMap(Probe::movable);
        rule.ifPresent(r -> onThreshold.accept(r.at() * factor));
        return rule.isPresent();
    }

    private boolean step(Optional<Probe> probe, int by) {
        Optional<Layer.Bars> bars = probe.filter(ChartPane::pickable).flatMap(Probe::bars);
        if (bars.isEmpty()) {
            return false;
        }
        double[] heights = bars.get().heights();
        int next = keyBar + by;
        while (next >= 0 && next < heights.length && heights[next] == 0) {
            next += by;
        }
        keyBar = Math.clamp(next, 0, heights.length - 1);
        double from = bars.get().edges()[keyBar];
        String said = "Bar from " + from + " to " + bars.get().edges()[keyBar + 1] + ", " + (int) heights[keyBar];
        setAccessibleText(said);
        showTip(said, keyBar);
        return true;
    }

    private void showTip(String text, int bar) {
        Surface s = surfaces().getFirst();
        probe(0).flatMap(Probe::bars).ifPresent(b -> {
            tip.setText(text);
            tip.setVisible(true);
            tip.autosize();
            double x = Math.min(s.x(b.edges()[bar]) / density(), Math.max(0, getWidth() - tip.getWidth()));
            tip.relocate(x, s.data().getMinY() / density());
        });
    }

    private boolean pick() {
        if (keyBar < 0) {
            return false;
        }
        onBar.accept(keyBar);
        return true;
    }
}
