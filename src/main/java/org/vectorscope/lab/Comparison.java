package org.vectorscope.lab;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.study.SideBySideSpec;
import org.vectorscope.vector.SteeringVectors;

/**
 * A side by side with what it needs: a direction unless no arm pushes, and the trait to score its texts by, if any.
 *
 * @param trained how many pairs at the head of the trait's set the vector was made of; the others are held out
 */
public record Comparison(SideBySideSpec spec, Optional<Direction> direction, Optional<ContrastSet> trait, int trained) {
    /**
     * How many pairs at the head of {@code trait} a vector made of {@code pairs} knows. All, where it knows some that do
     * not stand at the head: better to say too often that nothing is held out.
     */
    public static int trained(ContrastSet trait, List<ContrastSet.Pair> pairs) {
        List<ContrastSet.Pair> items = trait.pairs();
        if (pairs.size() <= items.size() && items.subList(0, pairs.size()).equals(pairs)) {
            return pairs.size();
        }
        return Collections.disjoint(items, pairs) ? 0 : items.size();
    }

    /** The same of a vector file by the hash that it carries; all, where that does not say. */
    public static int trained(ContrastSet trait, Optional<SteeringVectors.Recipe> made) {
        return made.filter(recipe -> recipe.n() >= 1)
                .map(recipe -> trait.first(OptionalInt.of(recipe.n())))
                .filter(first -> first.pairsSha256().equals(made.get().pairsSha256()))
                .map(first -> first.pairs().size())
                .orElse(trait.pairs().size());
    }

    /** Where the vector was made of everything the trait has: nothing is held out. */
    public static Comparison trainedOnAll(SideBySideSpec spec, Direction direction, ContrastSet trait) {
        return new Comparison(
                spec, Optional.of(direction), Optional.of(trait), trait.pairs().size());
    }
}
