package org.vectorscope.engine.plan;

/**
 * @param ids [t], token ids
 * @param on [t], the set of vectors that is added at each position, by {@link Pushes}' numbers
 * @param stretch what its rotary positions depend on beside the position; texts that differ in it share nothing
 */
public record Text(int[] ids, int[] on, int stretch) {
    /** Positions as they are. */
    public Text(int[] ids, int[] on) {
        this(ids, on, 0);
    }

    /** Unsteered. */
    public static Text plain(int... ids) {
        return new Text(ids, new int[ids.length]);
    }

    public int length() {
        return ids.length;
    }
}
