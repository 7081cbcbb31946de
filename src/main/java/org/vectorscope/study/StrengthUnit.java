package org.vectorscope.study;

import java.util.Locale;

/** What a strength counts in. */
public enum StrengthUnit {
    /** Multiples of the vector. */
    VECTOR,
    /** Fraction of the mean residual norm at the layer: carries between vectors and models. */
    RESIDUAL,
    /** Nats of KL(steered ‖ unsteered) of the next token at the end of the prompt, mean over prompts. */
    KL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
