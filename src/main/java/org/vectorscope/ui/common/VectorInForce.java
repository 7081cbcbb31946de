package org.vectorscope.ui.common;

import java.util.List;
import java.util.Optional;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.Outcome;
import org.vectorscope.lab.VectorSpec;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.LayerReport;
import org.vectorscope.vector.Recommendation;

/**
 * A vector with what it was made from.
 *
 * @param fingerprint of the model
 * @param dtype the precision it was computed in
 * @param blocks of the model
 */
public record VectorInForce(
        String fingerprint, String dtype, int blocks, VectorSpec spec, Outcome<Extraction> outcome) {
    public List<LayerReport> layers() {
        return outcome.value().layers();
    }

    public Recommendation recommendation() {
        return outcome.value().recommendation(blocks);
    }

    public Optional<LayerReport> at(int layer) {
        return layers().stream().filter(report -> report.layer() == layer).findFirst();
    }

    /** Whether it was made from just this. */
    public boolean isOf(OpenModel model, VectorSpec other) {
        return fingerprint.equals(model.checkpoint().fingerprint())
                && dtype.equals(model.dtype())
                && spec.set().pairsSha256().equals(other.set().pairsSha256())
                && spec.template() == other.template()
                && spec.system().equals(other.system())
                && spec.read() == other.read()
                && spec.method() == other.method()
                && spec.seed() == other.seed();
    }
}
