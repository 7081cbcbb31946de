package org.vectorscope.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.VectorSpec;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.Interval;
import org.vectorscope.vector.LayerReport;
import org.vectorscope.vector.Recommendation;

/** What {@code vector --json} prints. */
record VectorReport(
        String model,
        int n,
        int d,
        String method,
        int readToken,
        int recommendedLayer,
        double recommendedStrength,
        String reason,
        List<Layer> layers,
        @JsonIgnore List<LayerReport> reports) {

    record Layer(
            int layer,
            double norm,
            double residualNorm,
            @Nullable Double meanCosine,
            @Nullable Double dPrime,
            @Nullable Double auc,
            Stability stability) {}

    record Stability(@Nullable Double mean, @Nullable Double low, @Nullable Double high) {}

    static VectorReport of(OpenModel open, VectorSpec spec, Extraction extraction) {
        Recommendation recommended =
                extraction.recommendation(open.checkpoint().config().layers());
        return new VectorReport(
                open.name(),
                spec.set().pairs().size(),
                open.checkpoint().config().dModel(),
                spec.method().word(),
                spec.read(),
                recommended.layer(),
                recommended.strength(),
                recommended.reason(),
                extraction.layers().stream().map(VectorReport::layer).toList(),
                extraction.layers());
    }

    private static Layer layer(LayerReport report) {
        Interval stability = report.stability();
        return new Layer(
                report.layer(),
                report.norm(),
                report.residualNorm(),
                Numbers.plain(report.meanCosine()),
                Numbers.plain(report.dPrime()),
                Numbers.plain(report.auc()),
                new Stability(
                        Numbers.plain(stability.mean()),
                        Numbers.plain(stability.low()),
                        Numbers.plain(stability.high())));
    }
}
