package org.vectorscope.ui.common;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** How the window looks. Figures follow {@link #theme()} and {@link #scale()}; all else follows by style sheet. */
public final class Appearance {
    /** Root text size in pixels at 100 %. */
    public static final double BASE = 13;

    private static final double SMALLEST = 10;
    private static final double LARGEST = 26;
    private static final double PRESENTATION = 1.35;

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final DoubleProperty textSize = new SimpleDoubleProperty(BASE);
    private final BooleanProperty presenting = new SimpleBooleanProperty();
    private final IntegerProperty cacheGigabytes = new SimpleIntegerProperty(5);
    private final DoubleProperty scale = new SimpleDoubleProperty(1);

    public Appearance() {
        textSize.addListener((o, was, is) -> rescale());
        presenting.addListener((o, was, is) -> rescale());
    }

    private void rescale() {
        scale.set(textSize.get() / BASE * (presenting.get() ? PRESENTATION : 1));
    }

    public ObjectProperty<Theme> theme() {
        return theme;
    }

    /** Pixels of the root text, without presentation mode. */
    public DoubleProperty textSize() {
        return textSize;
    }

    /** Large type, no chrome. */
    public BooleanProperty presenting() {
        return presenting;
    }

    /** What sizes in code are multiplied by: 1 at 13 px. */
    public DoubleProperty scale() {
        return scale;
    }

    /** Most that computed results may take on the disk. */
    public IntegerProperty cacheGigabytes() {
        return cacheGigabytes;
    }

    public void larger() {
        textSize.set(Math.min(LARGEST, textSize.get() + 1));
    }

    public void smaller() {
        textSize.set(Math.max(SMALLEST, textSize.get() - 1));
    }

    public void normalSize() {
        textSize.set(BASE);
    }
}
