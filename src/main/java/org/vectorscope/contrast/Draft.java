package org.vectorscope.contrast;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.vectorscope.contrast.ContrastSet.Pair;

/**
 * A contrast set while it is worked on: its pairs, and which of them are left out for now. Immutable; each change is a
 * new draft, so that a history of drafts is all that undo needs.
 *
 * @param set all pairs, the left-out ones among them
 * @param dropped indices of pairs that are not in use
 */
public record Draft(ContrastSet set, SortedSet<Integer> dropped) {
    public Draft {
        dropped = Collections.unmodifiableSortedSet(new TreeSet<>(dropped));
    }

    public static Draft of(ContrastSet set) {
        return new Draft(set, new TreeSet<>());
    }

    public int size() {
        return set.pairs().size();
    }

    public int used() {
        return size() - dropped.size();
    }

    public boolean uses(int pair) {
        return !dropped.contains(pair);
    }

    /** The set of the pairs in use; empty where none is. */
    public Optional<ContrastSet> inUse() {
        if (used() == 0) {
            return Optional.empty();
        }
        return Optional.of(dropped.isEmpty() ? set : set.withPairs(kept()));
    }

    /** For each pair in use, its index among all pairs. */
    public List<Integer> usedIndices() {
        return IntStream.range(0, size()).filter(this::uses).boxed().toList();
    }

    public Draft dropping(Collection<Integer> pairs) {
        SortedSet<Integer> more = new TreeSet<>(dropped);
        more.addAll(pairs);
        return new Draft(set, more);
    }

    public Draft using(Collection<Integer> pairs) {
        SortedSet<Integer> fewer = new TreeSet<>(dropped);
        fewer.removeAll(pairs);
        return new Draft(set, fewer);
    }

    public Draft replacing(int index, Pair pair) {
        List<Pair> pairs = new ArrayList<>(set.pairs());
        pairs.set(index, pair);
        return new Draft(set.withPairs(pairs), dropped);
    }

    public Draft adding(List<Pair> more) {
        List<Pair> pairs = new ArrayList<>(set.pairs());
        pairs.addAll(more);
        return new Draft(set.withPairs(pairs), dropped);
    }

    /** Takes pairs out for good; those behind them move up. */
    public Draft removing(Collection<Integer> pairs) {
        List<Pair> left = new ArrayList<>();
        SortedSet<Integer> stillDropped = new TreeSet<>();
        for (int i = 0; i < size(); i++) {
            if (!pairs.contains(i)) {
                if (!uses(i)) {
                    stillDropped.add(left.size());
                }
                left.add(set.pairs().get(i));
            }
        }
        return new Draft(set.withPairs(left), stillDropped);
    }

    /** What is wrong with a pair someone typed, in words that follow "the pair is not usable: "; empty if nothing. */
    public static Optional<String> fault(Pair pair) {
        return PairList.fault(pair);
    }

    private List<Pair> kept() {
        return usedIndices().stream().map(set.pairs()::get).toList();
    }
}
