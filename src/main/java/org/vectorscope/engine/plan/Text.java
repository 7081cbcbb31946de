package org.vectorscope.engine.plan;

/**
 * @param ids [t], token ids
 * @param on [t], the set of vectors that is added at each position, by {@link Pushes}' numbers
 */
public record Text(int[] ids, int[] on) {
    /** Unsteered. */
    public static Text plain(int... ids) {
        return new Text(ids, new int[ids.length]);
    }

    public int length() {
        return ids.length;
    }
}
