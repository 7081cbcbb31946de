package org.vectorscope.figure;

/** The shape that stands beside a colour, so that colour is never the only carrier. */
public enum Mark {
    CIRCLE,
    SQUARE,
    TRIANGLE_DOWN,
    DIAMOND,
    CROSS
}
