package org.vectorscope.lab;

import java.util.Arrays;
import java.util.Optional;
import org.vectorscope.engine.Precision;

/** What models are to be loaded in: the precision that suits each on this machine, or always the same. */
public enum PrecisionChoice {
    AUTOMATIC(Optional.empty()),
    F32(Optional.of(Precision.F32)),
    F16W(Optional.of(Precision.F16W)),
    BF16(Optional.of(Precision.BF16)),
    F16(Optional.of(Precision.F16)),
    W4(Optional.of(Precision.W4));

    private final Optional<Precision> fixed;

    PrecisionChoice(Optional<Precision> fixed) {
        this.fixed = fixed;
    }

    /** Always this one. */
    public static PrecisionChoice of(Precision precision) {
        return Arrays.stream(values())
                .filter(choice -> choice.fixed.filter(p -> p == precision).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Empty where each model has its own. */
    public Optional<Precision> fixed() {
        return fixed;
    }
}
