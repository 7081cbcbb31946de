package org.vectorscope.ui.common;

/** How far something on the main path can be relied on. */
public enum Freshness {
    /** Computed from what is in force, in this session. */
    FRESH("fresh"),
    /** Read back from the cache for what is in force. */
    CACHED("cached"),
    /** Computed from something else than what is in force now: not to be shown as current. */
    STALE("out of date"),
    TO_COMPUTE("to be computed"),
    /** Something it rests on is missing. */
    MISSING("nothing yet"),
    RUNNING("being computed");

    private final String words;

    Freshness(String words) {
        this.words = words;
    }

    /** For hints and screen readers. */
    public String words() {
        return words;
    }

    public boolean isCurrent() {
        return this == FRESH || this == CACHED;
    }
}
