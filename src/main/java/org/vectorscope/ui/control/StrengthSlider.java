package org.vectorscope.ui.control;

import atlantafx.base.controls.ProgressSliderSkin;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.vectorscope.ui.common.Formats;

/**
 * Strength in three units at once: multiples of v above the track, share of the residual's length and KL below it, and
 * the stretch where texts break up.
 */
public final class StrengthSlider extends Region {
    private static final int TICKS = 6;
    private static final double UNITS = 6.3;

    /**
     * What the strengths mean.
     *
     * @param most largest multiple on the scale
     * @param share multiple → share of the residual's length; {@code –} where it is not known
     * @param nats multiple → KL
     * @param breaksUpFrom multiple from which texts fall apart, where that was measured
     */
    public record Scale(
            double most, DoubleFunction<String> share, DoubleFunction<String> nats, OptionalDouble breaksUpFrom) {
        public static final Scale UNKNOWN = new Scale(3, x -> "–", x -> "–", OptionalDouble.empty());
    }

    private final Slider slider = new Slider(0, 3, 1);
    private final ObjectProperty<Scale> scale = new SimpleObjectProperty<>(Scale.UNKNOWN);
    private final List<Label> labels = new ArrayList<>();
    private final Region zone = new Region();
    private final Label zoneWord = label("breaks up", "zone-word");
    private final Label[] units = {label("× v", "unit"), label("of ‖h‖", "unit"), label("KL, nats", "unit")};
    private final Label[] current = {label("", "current"), label("", "current"), label("", "current")};

    public StrengthSlider() {
        getStyleClass().add("strength");
        slider.setSkin(new ProgressSliderSkin(slider));
        slider.setBlockIncrement(0.25);
        slider.setAccessibleText("Strength in multiples of v");
        zone.getStyleClass().add("zone");
        zone.setManaged(false);
        zone.setMouseTransparent(true);
        zoneWord.setTooltip(
                new Tooltip(
                        "At strengths from here that were run, the texts of v cost the unsteered model a nat a token more than its own"));
        scale.subscribe(this::label);
        slider.valueProperty().subscribe(v -> describe());
    }

    private static Label label(String words, String style) {
        Label label = new Label(words);
        label.getStyleClass().add(style);
        label.setManaged(false);
        return label;
    }

    private void label(Scale meaning) {
        slider.setMax(meaning.most());
        labels.clear();
        for (int tick = 0; tick <= TICKS; tick++) {
            double multiple = tick * meaning.most() / TICKS;
            labels.add(label(Formats.plain(multiple), "tick"));
            labels.add(label(meaning.share().apply(multiple), "tick"));
            labels.add(label(meaning.nats().apply(multiple), "tick"));
        }
        zone.setVisible(meaning.breaksUpFrom().isPresent());
        zoneWord.setVisible(meaning.breaksUpFrom().isPresent());
        List<Node> all = new ArrayList<>(labels);
        all.addAll(List.of(units));
        all.addAll(List.of(slider, zone, zoneWord));
        all.addAll(List.of(current));
        getChildren().setAll(all);
        describe();
    }

    private void describe() {
        Scale meaning = scale.get();
        double now = slider.getValue();
        current[0].setText(Formats.plain(Math.round(100 * now) / 100.0));
        current[1].setText(meaning.share().apply(now));
        current[2].setText(meaning.nats().apply(now));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double em = units[0].getFont().getSize();
        double row = 1.36 * em;
        double track = getWidth() - getInsets().getRight() - getInsets().getLeft() - UNITS * em;
        double left = getInsets().getLeft();
        double top = getInsets().getTop();
        double[] rows = {top, top + 2.5 * row, top + 3.6 * row};
        double thumb = 0.55 * em;
        int every = track / TICKS > 2.6 * em ? 1 : track / TICKS > 1.3 * em ? 2 : 3;
        for (int i = 0; i < labels.size(); i++) {
            double x = left + thumb + (track - 2 * thumb) * (i / 3) / TICKS;
            boolean fits = (i / 3) % every == 0;
            labels.get(i).setVisible(fits && Math.abs(x - currentX(left, track, thumb)) > room(i / 3, em));
            centre(labels.get(i), x, rows[i % 3], row);
        }
        for (int i = 0; i < 3; i++) {
            centre(current[i], currentX(left, track, thumb), rows[i], row);
            units[i].resizeRelocate(left + track + 1.2 * em, rows[i], units[i].prefWidth(-1), row);
        }
        slider.resizeRelocate(left, top + row, track, 1.5 * row);
        layoutZone(left, top + 1.75 * row, track, thumb, em);
        zoneWord.resizeRelocate(left + track + 1.2 * em, top + 1.25 * row, zoneWord.prefWidth(-1), row);
    }

    /** Between the middles of a tick's labels and the current ones, in whichever unit is widest. */
    private double room(int tick, double em) {
        double widest = 0;
        for (int unit = 0; unit < 3; unit++) {
            widest = Math.max(widest, labels.get(3 * tick + unit).prefWidth(-1) + current[unit].prefWidth(-1));
        }
        return widest / 2 + 0.4 * em;
    }

    private double currentX(double left, double track, double thumb) {
        return left + thumb + (track - 2 * thumb) * slider.getValue() / slider.getMax();
    }

    private void layoutZone(double left, double middle, double track, double thumb, double em) {
        scale.get().breaksUpFrom().ifPresent(from -> {
            double start = left + thumb + (track - 2 * thumb) * Math.min(1, from / slider.getMax());
            zone.resizeRelocate(start, middle - 0.25 * em, Math.max(0, left + track - start), 0.5 * em);
        });
    }

    private static void centre(Label label, double x, double y, double row) {
        double width = label.prefWidth(-1);
        label.resizeRelocate(Math.rint(x - width / 2), y, width, row);
    }

    @Override
    protected double computePrefHeight(double width) {
        double em = units[0].getFont().getSize();
        return getInsets().getTop() + getInsets().getBottom() + 1.36 * em * 4.6;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** In multiples of v. */
    public DoubleProperty value() {
        return slider.valueProperty();
    }

    /** Whether the thumb is being dragged. */
    public javafx.beans.property.BooleanProperty changing() {
        return slider.valueChangingProperty();
    }

    public ObjectProperty<Scale> scale() {
        return scale;
    }
}
