package org.vectorscope.lab;

import java.util.Optional;
import java.util.OptionalDouble;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.LayerReport;

/** Vectors made ready to be used at one layer. */
public final class Directions {
    private final Vectors vectors;

    Directions(Vectors vectors) {
        this.vectors = vectors;
    }

    /** The vector of a contrast set at a layer; at the recommended one if none is given. */
    public Direction of(OpenModel open, VectorSpec spec, Optional<Integer> layer, Monitor monitor) {
        Extraction extraction = vectors.extract(open, spec, monitor).value();
        int blocks = open.checkpoint().config().layers();
        int at = layer.orElseGet(() -> extraction.recommendation(blocks).layer());
        if (at < 0 || at >= blocks) {
            throw new BadInput("--layer", at + " is outside the model, whose layers are 0 to " + (blocks - 1));
        }
        LayerReport report = extraction.layers().get(at);
        return new Direction(
                at,
                vectors.named(open, spec, extraction).at(at),
                OptionalDouble.of(report.residualNorm()),
                Optional.empty());
    }

    /** The same with the activations of these pairs behind it, for arms drawn inside or outside their null space. */
    public Direction with(Direction direction, OpenModel open, VectorSpec spec, Monitor monitor) {
        return new Direction(
                direction.layer(),
                direction.v(),
                direction.residualNorm(),
                Optional.of(vectors.activations(open, spec, monitor).value()));
    }
}
