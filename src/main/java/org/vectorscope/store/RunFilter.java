package org.vectorscope.store;

import java.util.Optional;
import java.util.Set;

/**
 * Which runs to list.
 *
 * @param kinds empty for all
 * @param words each must occur in the title, the name, the number or the recipe; case does not matter
 * @param most how many at most, newest first
 */
public record RunFilter(Set<Kind> kinds, String words, int most) {
    public static final RunFilter ALL = new RunFilter(Set.of(), "", Integer.MAX_VALUE);

    public RunFilter {
        kinds = Set.copyOf(kinds);
    }

    public static RunFilter of(Kind kind) {
        return new RunFilter(Set.of(kind), "", Integer.MAX_VALUE);
    }

    /** Empty stays all. */
    public RunFilter withKind(Optional<Kind> kind) {
        return new RunFilter(kind.map(Set::of).orElse(Set.of()), words, most);
    }

    public RunFilter withWords(String others) {
        return new RunFilter(kinds, others, most);
    }
}
