package org.vectorscope.contrast;

import java.util.List;

/** One thing looked at in a contrast set that could make its vector mean something else. Pairs count from 0 here. */
public sealed interface SetCheck {
    /** How it came out. */
    enum State {
        FINE,
        LOOK,
        /** Does not apply to this set. */
        NONE
    }

    State state();

    /** Pairs that say again what an earlier one said, so that they count twice. */
    record Duplicates(List<Repeat> repeats) implements SetCheck {
        @Override
        public State state() {
            return repeats.isEmpty() ? State.FINE : State.LOOK;
        }
    }

    /** @param pair the later one; @param of the earlier one; @param what they share */
    record Repeat(int pair, int of, Shared what) {}

    enum Shared {
        /** Question and both answers. */
        EVERYTHING,
        /** Both answers, under another question. */
        ANSWERS,
        /** Question and answers, but the sides are exchanged: the two cancel out. */
        EXCHANGED
    }

    /**
     * Whether length alone tells the sides apart.
     *
     * @param meanDifference mean tokens of the positive side minus the negative
     * @param auc chance that a positive text is longer than a negative one, ties half; 0.5 is balanced
     */
    record Length(double meanDifference, double auc, State state) implements SetCheck {}

    /**
     * Whether both texts of a pair have the same tokens up to the answer.
     *
     * @param differing pairs whose texts part earlier
     */
    record Prefix(int pairs, List<Integer> differing, State state) implements SetCheck {}

    /**
     * Whether the same token is read everywhere; if not, the vector holds the tokens' difference too.
     *
     * @param commonest the token most texts are read at, as a person reads it
     * @param texts 2 × pairs
     * @param same how many are read at it
     * @param unequal pairs whose two sides are read at different tokens
     */
    record ReadToken(String commonest, int texts, int same, List<Integer> unequal, State state) implements SetCheck {}

    /** @param positiveA pairs whose positive answer is (A); an uneven share makes the vector one of letters */
    record AnswerLetters(int positiveA, int pairs, State state) implements SetCheck {}

    /** @param pairs with a text of more than {@code limit} tokens, the model's context */
    record TooLong(List<Integer> pairs, int limit) implements SetCheck {
        @Override
        public State state() {
            return pairs.isEmpty() ? State.FINE : State.LOOK;
        }
    }

    /** @param pairs fewer than {@value SetChecks#FEW} make wide intervals */
    record Size(int pairs) implements SetCheck {
        @Override
        public State state() {
            return pairs < SetChecks.FEW ? State.LOOK : State.FINE;
        }
    }
}
