package org.vectorscope.study;

/** What an arm adds to the residual stream, before strength. */
public enum ArmKind {
    /** Nothing. */
    NONE("none"),
    /** The vector. */
    V("v"),
    /** The vector, turned round. */
    MINUS_V("-v"),
    /** √2·v: as long as v + perp, so that length alone does not explain a difference. */
    SQRT2_V("sqrt2v"),
    /** v + perp, perp ⟂ v, ‖perp‖ = ‖v‖ (arXiv 2602.06801). */
    ORTHOGONAL("orthogonal"),
    /** perp alone. */
    PERP("perp"),
    /** v + perp, perp drawn inside the null space of the activation covariance. */
    NULL("null"),
    /** v + perp, perp drawn outside it. */
    RANGE("range"),
    /** Any direction, ‖v‖ long. */
    RANDOM("random");

    private final String word;

    ArmKind(String word) {
        this.word = word;
    }

    /** As the command line writes it. */
    public String word() {
        return word;
    }

    /** Whether there may be several draws of it. */
    public boolean isDrawn() {
        return ordinal() >= ORTHOGONAL.ordinal();
    }
}
