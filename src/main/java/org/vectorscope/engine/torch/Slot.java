package org.vectorscope.engine.torch;

/** One place of the tuple of weights and numbers that a program's method takes. */
sealed interface Slot {
    /** A tensor that must be there, in exactly this shape. */
    record Weight(String name, long... shape) implements Slot {}

    /** A tensor that some models of the family have, in exactly this shape. */
    record Optional(String name, boolean present, long... shape) implements Slot {}

    record Whole(long value) implements Slot {}

    record Real(double value) implements Slot {}
}
