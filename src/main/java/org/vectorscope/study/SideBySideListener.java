package org.vectorscope.study;

/** Hears of each token of each column as it is drawn. Called from the engine's thread; must return at once. */
public interface SideBySideListener {
    SideBySideListener NONE = (cell, id, piece, cosine) -> {};

    /** @param prompt index into the spec's prompts; @param arm into its arms; @param sample from 0 */
    record Cell(int prompt, int arm, int sample) {}

    /**
     * @param piece text that this token adds, whole characters only; may be empty
     * @param cosine of the residual at the steered layer with v, before v is added; NaN where there is no v
     */
    void token(Cell cell, int id, String piece, double cosine);
}
