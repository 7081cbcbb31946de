package org.vectorscope.figure;

/** What a colour means. The palette knows which colour that is in each theme. */
public enum Ink {
    NONE,
    V,
    MINUS_V,
    PERP,
    RANDOM,
    /** A line that the reader can move; the same orange as the arm −v. */
    THRESHOLD,
    /** A reference: a random null, a mean. */
    REFERENCE,
    TEXT
}
