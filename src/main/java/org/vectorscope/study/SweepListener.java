package org.vectorscope.study;

/** Hears of each item as its last cell is computed, in any order of items. Called from the engine's thread. */
@FunctionalInterface
public interface SweepListener {
    /** @param item index into the spec's items */
    void item(int item, ItemPropensities propensities);
}
