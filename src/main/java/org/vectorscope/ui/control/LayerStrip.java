package org.vectorscope.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;
import javafx.scene.paint.Color;
import org.vectorscope.ui.common.LayerMeasure;
import org.vectorscope.vector.LayerReport;

/** One cell per block, coloured by a measure. Click or arrow keys select; Home and End go to the ends. */
public final class LayerStrip extends Control {
    private static final StyleablePropertyFactory<LayerStrip> STYLES =
            new StyleablePropertyFactory<>(Control.getClassCssMetaData());

    private final StyleableProperty<Color> low =
            STYLES.createStyleableColorProperty(this, "low", "-lab-low", strip -> strip.low, Color.WHITE);
    private final StyleableProperty<Color> high =
            STYLES.createStyleableColorProperty(this, "high", "-lab-high", strip -> strip.high, Color.NAVY);
    private final IntegerProperty blocks = new SimpleIntegerProperty();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ReadOnlyIntegerWrapper hovered = new ReadOnlyIntegerWrapper(-1);
    private final ObjectProperty<Optional<Integer>> recommended = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<LayerMeasure> measure = new SimpleObjectProperty<>(LayerMeasure.AGREEMENT);
    private final ObjectProperty<List<LayerReport>> reports = new SimpleObjectProperty<>(List.of());

    public LayerStrip() {
        getStyleClass().add("layer-strip");
        setFocusTraversable(true);
    }

    /** Number of cells; 0 without a model. */
    public IntegerProperty blocks() {
        return blocks;
    }

    /** Layer, from 0; −1 for none. */
    public IntegerProperty selected() {
        return selected;
    }

    /** The layer under the pointer; −1 for none. */
    public ReadOnlyIntegerProperty hovered() {
        return hovered.getReadOnlyProperty();
    }

    void hover(int layer) {
        hovered.set(layer);
    }

    public ObjectProperty<Optional<Integer>> recommended() {
        return recommended;
    }

    public ObjectProperty<LayerMeasure> measure() {
        return measure;
    }

    /** What is known of the layers; cells without a report are grey. */
    public ObjectProperty<List<LayerReport>> reports() {
        return reports;
    }

    Optional<LayerReport> report(int layer) {
        return reports.get().stream().filter(r -> r.layer() == layer).findFirst();
    }

    Color low() {
        return low.getValue();
    }

    Color high() {
        return high.getValue();
    }

    ObservableValue<Color> lowColor() {
        return cast(low);
    }

    ObservableValue<Color> highColor() {
        return cast(high);
    }

    @SuppressWarnings("unchecked") // a styleable property is an observable value of the same type
    private static ObservableValue<Color> cast(StyleableProperty<Color> property) {
        return (ObservableValue<Color>) property;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new LayerStripSkin(this);
    }

    @Override
    protected List<CssMetaData<? extends Styleable, ?>> getControlCssMetaData() {
        return STYLES.getCssMetaData();
    }
}
