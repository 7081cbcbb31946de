package org.vectorscope.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What to give up when there is too much: activations first, then the longest unused. */
final class Eviction {
    private static final Comparator<Candidate> ORDER = Comparator.comparingInt(
                    (Candidate c) -> c.kind() == Kind.ACTIVATIONS ? 0 : 1)
            .thenComparingLong(Candidate::usedMillis)
            .thenComparingLong(Candidate::number);

    /** @param saved whether a person wants it kept */
    record Candidate(long number, Kind kind, long bytes, long usedMillis, boolean saved) {}

    private Eviction() {}

    /**
     * The fewest in order whose end brings the sum down to {@code limit}, or all that may go where even that is not
     * enough.
     */
    static List<Candidate> plan(List<Candidate> all, long limit) {
        long over = all.stream().mapToLong(Candidate::bytes).sum() - limit;
        List<Candidate> going = new ArrayList<>();
        for (Candidate c : all.stream().filter(Eviction::mayGo).sorted(ORDER).toList()) {
            if (over <= 0) {
                break;
            }
            going.add(c);
            over -= c.bytes();
        }
        return going;
    }

    private static boolean mayGo(Candidate c) {
        return c.kind().isEvictable() && !c.saved();
    }
}
