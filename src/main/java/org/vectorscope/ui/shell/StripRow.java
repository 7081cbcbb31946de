package org.vectorscope.ui.shell;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.LayerMeasure;
import org.vectorscope.ui.common.VectorInForce;
import org.vectorscope.ui.control.LayerStrip;
import org.vectorscope.vector.LayerReport;
import org.vectorscope.vector.Recommendation;

/** The layer strip with the choice of its measure and the meaning of its colours. */
final class StripRow extends HBox {
    private final LayerStrip strip = new LayerStrip();
    private final Label low = new Label();
    private final Label high = new Label();
    private final VBox legend;

    StripRow(LabState state) {
        getStyleClass().add("strip-row");
        ComboBox<LayerMeasure> measure = new ComboBox<>();
        measure.getItems().setAll(LayerMeasure.values());
        measure.valueProperty().bindBidirectional(state.measure());
        measure.setAccessibleText("Measure that colours the layers");
        legend = legend();
        HBox.setHgrow(strip, Priority.ALWAYS);
        strip.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(Css.with(new StackPane(measure), "strip-measure"), strip, legend);
        bind(state);
    }

    private VBox legend() {
        Region bar = Css.with(new Region(), "legend-bar");
        BorderPane ends = new BorderPane(null, null, high, null, low);
        return Css.with(new VBox(bar, ends), "legend");
    }

    private void bind(LabState state) {
        strip.blocks().bind(state.model().map(m -> m.map(
                        open -> open.checkpoint().config().layers())
                .orElse(0)));
        strip.selected().bindBidirectional(state.layer());
        strip.measure().bind(state.measure());
        strip.reports()
                .bind(state.vector().map(v -> v.map(VectorInForce::layers).orElse(List.of())));
        strip.recommended().bind(state.vector().map(v -> v.flatMap(VectorInForce::recommendation)
                .map(Recommendation::layer)));
        state.vector().subscribe(v -> describe(v, state.measure().get()));
        state.measure().subscribe(m -> describe(state.vector().get(), m));
    }

    private void describe(Optional<VectorInForce> vector, LayerMeasure measure) {
        List<LayerReport> reports = vector.map(VectorInForce::layers).orElse(List.of());
        DoubleSummaryStatistics range = reports.stream()
                .mapToDouble(measure::of)
                .filter(Double::isFinite)
                .summaryStatistics();
        legend.setVisible(range.getCount() > 0);
        low.setText(Formats.two(range.getMin()));
        high.setText(Formats.two(range.getMax()));
    }

    /** Without the room that sets the strip in line with the screens. */
    void narrow(boolean narrow) {
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
        }
    }

    LayerStrip strip() {
        return strip;
    }
}
