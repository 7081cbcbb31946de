package org.vectorscope.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.vectorscope.store.Eviction.Candidate;

class EvictionProperties {
    @Provide
    Arbitrary<List<Candidate>> stores() {
        Arbitrary<Candidate> candidate = Combinators.combine(
                        Arbitraries.longs().between(1, 10_000),
                        Arbitraries.of(Kind.class),
                        Arbitraries.longs().between(0, 1000),
                        Arbitraries.longs().between(0, 50),
                        Arbitraries.of(true, false))
                .as(Candidate::new);
        return candidate.list().ofMaxSize(40).uniqueElements(Candidate::number);
    }

    @Property(tries = 300)
    void whatAPersonSavedOrBeganIsNeverGivenUp(
            @ForAll("stores") List<Candidate> all, @ForAll @LongRange(max = 20_000) long limit) {
        assertThat(Eviction.plan(all, limit)).noneMatch(c -> c.saved() || c.kind() == Kind.STUDY);
    }

    @Property(tries = 300)
    void theRestFitsOrNothingMoreMayGo(
            @ForAll("stores") List<Candidate> all, @ForAll @LongRange(max = 20_000) long limit) {
        List<Candidate> rest = new ArrayList<>(all);
        rest.removeAll(Eviction.plan(all, limit));

        assertThat(sum(rest) <= limit || rest.stream().allMatch(c -> c.saved() || c.kind() == Kind.STUDY))
                .isTrue();
    }

    @Property(tries = 300)
    void noMoreGoesThanMust(@ForAll("stores") List<Candidate> all, @ForAll @LongRange(max = 20_000) long limit) {
        List<Candidate> going = Eviction.plan(all, limit);

        if (!going.isEmpty()) {
            assertThat(sum(all) - sum(going.subList(0, going.size() - 1))).isGreaterThan(limit);
        }
    }

    @Property(tries = 300)
    void activationsGoFirstAndThenWhatWasUnusedLongest(
            @ForAll("stores") List<Candidate> all, @ForAll @LongRange(max = 20_000) long limit) {
        List<Candidate> going = Eviction.plan(all, limit);
        List<Candidate> staying = new ArrayList<>(all);
        staying.removeAll(going);
        staying.removeIf(c -> c.saved() || c.kind() == Kind.STUDY);

        for (Candidate gone : going) {
            for (Candidate kept : staying) {
                boolean rankBefore = gone.kind() == Kind.ACTIVATIONS && kept.kind() != Kind.ACTIVATIONS;
                boolean sameRank = (gone.kind() == Kind.ACTIVATIONS) == (kept.kind() == Kind.ACTIVATIONS);
                assertThat(rankBefore || (sameRank && gone.usedMillis() <= kept.usedMillis()))
                        .isTrue();
            }
        }
    }

    private static long sum(List<Candidate> candidates) {
        return candidates.stream().mapToLong(Candidate::bytes).sum();
    }
}
