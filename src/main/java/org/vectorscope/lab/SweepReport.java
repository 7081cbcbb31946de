package org.vectorscope.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.vectorscope.study.SweepMap;

/**
 * What the {@code sweep} command prints; the components are the JSON's names, those of the map beside them.
 *
 * @param template {@code auto} or {@code none}
 * @param scored what a propensity is made of
 */
public record SweepReport(
        String model,
        String dataset,
        String template,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String system,
        String scored,
        Split split,
        @JsonUnwrapped SweepMap map) {
    /**
     * Where the vectors come from, and what is left to sweep.
     *
     * @param vectorFrom {@code other half} or the vector file's name
     * @param method how the vectors were made; null where a file does not say
     * @param vectorItems items behind the vectors; 0 where a file does not say
     * @param sweptItems items of the data set that may be swept
     * @param seed of the shuffling that parts them
     */
    public record Split(
            String vectorFrom, @Nullable String method, int vectorItems, int sweptItems, long seed) {}
}
