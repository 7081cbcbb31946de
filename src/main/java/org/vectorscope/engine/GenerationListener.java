package org.vectorscope.engine;

/** Hears of each token as it is drawn. Called from the engine's thread; must return at once. */
@FunctionalInterface
public interface GenerationListener {
    GenerationListener NONE = (row, id, probe) -> {};

    /** @param probe cosine with the probe's direction at the position that predicted this token; NaN without a probe */
    void token(int row, int id, double probe);
}
