package org.vectorscope.store;

import java.util.Locale;

/** What was computed. */
public enum Kind {
    ACTIVATIONS(1, true),
    SWEEP(1, true),
    GEOMETRY(1, true),
    JACOBIAN(1, true),
    PRECISION(1, true),
    VECTOR(1, true),
    GENERATE(2, true),
    /** Hours of work, begun by a person: only a person deletes one. */
    STUDY(1, false);

    private final int version;
    private final boolean evictable;

    /** @param version to be raised when the same recipe gives another result or another layout of it */
    Kind(int version, boolean evictable) {
        this.version = version;
        this.evictable = evictable;
    }

    public int version() {
        return version;
    }

    /** Whether it may be given up for space, unless a person saved it. */
    public boolean isEvictable() {
        return evictable;
    }

    public boolean isStudy() {
        return this == STUDY;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
