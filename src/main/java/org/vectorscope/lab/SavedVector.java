package org.vectorscope.lab;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.vectorscope.store.Run;
import org.vectorscope.vector.ExtractionMethod;
import org.vectorscope.vector.LayerReport;
import org.vectorscope.vector.SteeringVectors;

/**
 * A vector that is kept: computed once, or read from a file.
 *
 * @param run where it is kept
 * @param pairs name of its contrast set, or of the file it came from
 * @param method empty where a file does not say
 * @param n pairs; 0 where a file does not say
 * @param reports one per layer; empty for a vector out of a file
 */
public record SavedVector(
        Run run,
        String pairs,
        Optional<ExtractionMethod> method,
        int n,
        Optional<String> pairsSha256,
        SteeringVectors vectors,
        List<LayerReport> reports) {
    /** What a person called it, else its pairs. */
    public String name() {
        return run.name().orElse(pairs);
    }

    /** Name of the file that it was read from; empty where it was computed. */
    public Optional<String> file() {
        return Optional.ofNullable(run.recipe().path(VectorLibrary.IMPORTED).textValue());
    }

    public SortedMap<Integer, float[]> byLayer() {
        return vectors.byLayer();
    }

    public Optional<LayerReport> at(int layer) {
        return reports.stream().filter(report -> report.layer() == layer).findFirst();
    }
}
