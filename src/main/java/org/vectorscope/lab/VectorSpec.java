package org.vectorscope.lab;

import java.util.Optional;
import java.util.OptionalInt;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.vector.ExtractionMethod;

/**
 * All that decides a vector, besides the model.
 *
 * @param set the pairs in use
 * @param system text of a system turn; without it the template does as it likes
 * @param readToken counted from the end; without it the set's own
 * @param seed of the redraws behind the stability
 */
public record VectorSpec(
        ContrastSet set,
        TemplateChoice template,
        Optional<String> system,
        OptionalInt readToken,
        ExtractionMethod method,
        long seed) {
    public static VectorSpec of(ContrastSet set) {
        return new VectorSpec(
                set, TemplateChoice.AUTO, Optional.empty(), OptionalInt.empty(), ExtractionMethod.MEAN, 0);
    }

    public int read() {
        return readToken.orElse(set.kind().readToken());
    }
}
