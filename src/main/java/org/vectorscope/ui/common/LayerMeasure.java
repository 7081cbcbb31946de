package org.vectorscope.ui.common;

import java.util.function.ToDoubleFunction;
import org.vectorscope.vector.LayerReport;

/** What the layer strip is coloured by. */
public enum LayerMeasure {
    AGREEMENT("Agreement", "agreement", LayerReport::meanCosine),
    AUC("AUC", "AUC", LayerReport::auc),
    NORM_RATIO("‖v‖/‖h‖", "‖v‖/‖h‖", LayerReport::normRatio),
    STABILITY("Stability", "stability", report -> report.stability().mean());

    private final String title;
    private final String inSentence;
    private final ToDoubleFunction<LayerReport> value;

    LayerMeasure(String title, String inSentence, ToDoubleFunction<LayerReport> value) {
        this.title = title;
        this.inSentence = inSentence;
        this.value = value;
    }

    public String inSentence() {
        return inSentence;
    }

    public double of(LayerReport report) {
        return value.applyAsDouble(report);
    }

    @Override
    public String toString() {
        return title;
    }
}
