package org.vectorscope.contrast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.SetCheck.Repeat;
import org.vectorscope.contrast.SetCheck.Shared;
import org.vectorscope.contrast.SetCheck.State;

/** What is worth a look before a vector is made of a set. Costs one pass over its tokens. */
public final class SetChecks {
    /** Below this, intervals are too wide to tell anything. */
    public static final int FEW = 20;

    /** Away from one half by more than this, length alone (or the letter alone) sorts the sides. */
    private static final double BALANCED_AUC = 0.05;

    private static final double BALANCED_LETTERS = 0.1;

    private SetChecks() {}

    /**
     * All checks, in the order in which they are shown.
     *
     * @param rendered the same set
     * @param contextLength the model's, in tokens
     */
    public static List<SetCheck> of(ContrastSet set, Rendered rendered, Tokenizer tokenizer, int contextLength) {
        return List.of(
                new SetCheck.Size(set.pairs().size()),
                new SetCheck.Duplicates(repeats(set)),
                length(rendered),
                prefix(set.kind(), rendered),
                readToken(rendered, tokenizer),
                letters(set),
                new SetCheck.TooLong(
                        where(
                                rendered,
                                p -> p.positive().length() > contextLength
                                        || p.negative().length() > contextLength),
                        contextLength));
    }

    /** Letters repeat by their nature, so for A/B sets only whole pairs count. */
    static List<Repeat> repeats(ContrastSet set) {
        Map<Pair, Integer> whole = new HashMap<>();
        Map<List<String>, Integer> answers = new HashMap<>();
        List<Repeat> repeats = new ArrayList<>();
        for (int i = 0; i < set.pairs().size(); i++) {
            Pair pair = set.pairs().get(i);
            Integer exchanged = whole.get(new Pair(pair.prompt(), pair.negative(), pair.positive()));
            Integer same = whole.putIfAbsent(pair, i);
            Integer said = answers.putIfAbsent(List.of(pair.positive(), pair.negative()), i);
            if (same != null) {
                repeats.add(new Repeat(i, same, Shared.EVERYTHING));
            } else if (exchanged != null) {
                repeats.add(new Repeat(i, exchanged, Shared.EXCHANGED));
            } else if (said != null && set.kind() == Kind.TEXT) {
                repeats.add(new Repeat(i, said, Shared.ANSWERS));
            }
        }
        return repeats;
    }

    static SetCheck.Length length(Rendered rendered) {
        int[] positive =
                rendered.pairs().stream().mapToInt(p -> p.positive().length()).toArray();
        int[] negative =
                rendered.pairs().stream().mapToInt(p -> p.negative().length()).toArray();
        double auc = auc(positive, negative);
        double difference = Arrays.stream(positive).average().orElse(0)
                - Arrays.stream(negative).average().orElse(0);
        return new SetCheck.Length(difference, auc, Math.abs(auc - 0.5) > BALANCED_AUC ? State.LOOK : State.FINE);
    }

    /** Chance that a draw from {@code a} is larger than one from {@code b}, ties half (Mann-Whitney U / nm). */
    static double auc(int[] a, int[] b) {
        if (a.length == 0 || b.length == 0) {
            return 0.5;
        }
        int[] sorted = b.clone();
        Arrays.sort(sorted);
        double wins = 0;
        for (int value : a) {
            wins += (countBelow(sorted, value) + countBelow(sorted, value + 1)) / 2.0;
        }
        return wins / a.length / b.length;
    }

    private static int countBelow(int[] sorted, int value) {
        int low = 0;
        for (int high = sorted.length; low < high; ) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static SetCheck.Prefix prefix(Kind kind, Rendered rendered) {
        List<Integer> differing = where(rendered, p -> !samePrefix(p));
        State state = kind == Kind.INSTRUCTION ? State.NONE : differing.isEmpty() ? State.FINE : State.LOOK;
        return new SetCheck.Prefix(rendered.pairs().size(), differing, state);
    }

    private static boolean samePrefix(Rendered.Pair pair) {
        int length = pair.positive().prefixLength();
        return length == pair.negative().prefixLength()
                && Arrays.equals(
                        pair.positive().ids(), 0, length, pair.negative().ids(), 0, length);
    }

    private static SetCheck.ReadToken readToken(Rendered rendered, Tokenizer tokenizer) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (Rendered.Pair pair : rendered.pairs()) {
            counts.merge(idRead(pair.positive()), 1, Integer::sum);
            counts.merge(idRead(pair.negative()), 1, Integer::sum);
        }
        var commonest =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        List<Integer> unequal = where(rendered, p -> idRead(p.positive()) != idRead(p.negative()));
        int texts = 2 * rendered.pairs().size();
        boolean letters = rendered.pairs().stream().allMatch(SetChecks::readsLetter);
        return new SetCheck.ReadToken(
                tokenizer.piece(commonest.getKey()),
                texts,
                commonest.getValue(),
                unequal,
                letters ? State.NONE : unequal.isEmpty() ? State.FINE : State.LOOK);
    }

    /** A/B answers read at the letter differ there by design. */
    private static boolean readsLetter(Rendered.Pair pair) {
        return letterAt(pair.positive()) && letterAt(pair.negative());
    }

    private static boolean letterAt(RenderedText text) {
        int start = text.tokens().starts()[text.read()];
        int end = text.tokens().ends()[text.read()];
        if (start < 0 || !text.inSpan(text.read()) || text.spanEnd() - text.spanStart() != 3) {
            return false;
        }
        String read = text.text().substring(start, end);
        return read.chars().filter(Character::isUpperCase).count() == 1;
    }

    private static SetCheck.AnswerLetters letters(ContrastSet set) {
        int positiveA = (int)
                set.pairs().stream().filter(p -> p.positive().equals("(A)")).count();
        int pairs = set.pairs().size();
        boolean balanced = Math.abs((double) positiveA / pairs - 0.5) <= BALANCED_LETTERS;
        return new SetCheck.AnswerLetters(
                positiveA, pairs, set.kind() != Kind.CHOICE ? State.NONE : balanced ? State.FINE : State.LOOK);
    }

    private static int idRead(RenderedText text) {
        return text.ids()[text.read()];
    }

    private static List<Integer> where(Rendered rendered, Predicate<Rendered.Pair> condition) {
        IntPredicate atIndex = i -> condition.test(rendered.pairs().get(i));
        return IntStream.range(0, rendered.pairs().size())
                .filter(atIndex)
                .boxed()
                .toList();
    }
}
