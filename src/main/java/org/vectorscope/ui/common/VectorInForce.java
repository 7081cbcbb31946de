package org.vectorscope.ui.common;

import java.util.List;
import java.util.Optional;
import org.vectorscope.lab.Figures;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.Outcome;
import org.vectorscope.lab.SavedVector;
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
 * @param spec what it is made from; of a vector out of a file, the texts that it is measured by
 * @param imported the vector out of a file that it is; empty where it is made of the pairs
 */
public record VectorInForce(
        String fingerprint,
        String dtype,
        int blocks,
        VectorSpec spec,
        Outcome<Extraction> outcome,
        Optional<SavedVector> imported) {
    public List<LayerReport> layers() {
        return outcome.value().layers();
    }

    /** Empty for a vector out of a file: nothing tells its layers apart. */
    public Optional<Recommendation> recommendation() {
        return imported.isPresent()
                ? Optional.empty()
                : Optional.of(outcome.value().recommendation(blocks));
    }

    /** Name of the file that it is out of. */
    public Optional<String> file() {
        return imported.flatMap(SavedVector::file);
    }

    /** In a few words: the method and the set, or the file. */
    public String words() {
        return file().map(name -> "imported, " + name)
                .orElseGet(() -> spec.method().title() + ", " + spec.set().name());
    }

    /** Draws it, and says where it is from. */
    public Figures figures(OpenModel open) {
        return new Figures(open, spec, file());
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
