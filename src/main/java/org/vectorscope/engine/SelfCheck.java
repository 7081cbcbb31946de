package org.vectorscope.engine;

/**
 * One thing that must hold of an engine, as it was found to hold.
 *
 * @param name a sentence that is true if it passed
 * @param error what was measured
 * @param tolerance most that rounding explains
 */
public record SelfCheck(String name, double error, double tolerance) {
    /** False for an error that is no number, too. */
    public boolean passed() {
        return error <= tolerance;
    }
}
