package org.vectorscope.ui.contrast;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vectorscope.contrast.SetCheck;
import org.vectorscope.contrast.SetCheck.Repeat;
import org.vectorscope.contrast.SetCheck.State;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.control.TokenChips;

/**
 * A check in words.
 *
 * @param name bold, at the beginning
 * @param words what follows it
 * @param show pairs to look at, as indices into the whole set; may be empty
 * @param drop pairs whose dropping would mend it; may be empty
 */
record CheckLine(State state, String name, String words, List<Integer> show, List<Integer> drop) {
    private static final int NAMED = 4;

    /** @param used for each pair in use its index in the whole set */
    static CheckLine of(SetCheck check, List<Integer> used) {
        return switch (check) {
            case SetCheck.Size size -> size(size);
            case SetCheck.Duplicates duplicates -> duplicates(duplicates, used);
            case SetCheck.Length length -> length(length);
            case SetCheck.Prefix prefix -> prefix(prefix, used);
            case SetCheck.ReadToken read -> readToken(read, used);
            case SetCheck.AnswerLetters letters -> letters(letters);
            case SetCheck.TooLong tooLong -> tooLong(tooLong, used);
        };
    }

    private static CheckLine size(SetCheck.Size size) {
        String few = size.pairs() < 2 ? "a vector needs at least 2." : "wide intervals are to be expected.";
        String words = Formats.count(size.pairs(), "pair", "pairs")
                + (size.state() == State.FINE ? " in use." : " in use; " + few);
        return plain(size.state(), "Size", words);
    }

    private static CheckLine duplicates(SetCheck.Duplicates duplicates, List<Integer> used) {
        if (duplicates.repeats().isEmpty()) {
            return plain(State.FINE, "Duplicates", "none.");
        }
        String words = duplicates.repeats().stream()
                .limit(NAMED)
                .map(repeat -> number(repeat.pair(), used) + " " + verb(repeat.what()) + " " + number(repeat.of(), used)
                        + ending(repeat.what()))
                .collect(Collectors.joining(", "));
        int more = duplicates.repeats().size() - NAMED;
        List<Integer> later =
                duplicates.repeats().stream().map(Repeat::pair).map(used::get).toList();
        return new CheckLine(
                State.LOOK, "Duplicate", words + (more > 0 ? ", and " + more + " more." : "."), later, later);
    }

    private static String verb(SetCheck.Shared what) {
        return what == SetCheck.Shared.EXCHANGED ? "contradicts" : "repeats";
    }

    private static String ending(SetCheck.Shared what) {
        return switch (what) {
            case EVERYTHING -> "";
            case ANSWERS -> " in both answers";
            case EXCHANGED -> ", sides exchanged";
        };
    }

    private static CheckLine length(SetCheck.Length length) {
        double difference = length.meanDifference();
        String side = difference < 0 ? "negative " : "positive ";
        String words = Math.abs(difference) < 0.05
                ? "equal on average"
                : side + Formats.one(Math.abs(difference)) + " tokens longer on average";
        return plain(length.state(), "Length", words + "; length alone gives AUC " + Formats.two(length.auc()) + ".");
    }

    private static CheckLine prefix(SetCheck.Prefix prefix, List<Integer> used) {
        if (prefix.state() == State.NONE) {
            return plain(State.NONE, "Prefix", "instructions differ before the question, by design.");
        }
        int equal = prefix.pairs() - prefix.differing().size();
        String words = "equal up to the answer in " + equal + " of " + prefix.pairs() + ".";
        return new CheckLine(prefix.state(), "Prefix", words, whole(prefix.differing(), used), List.of());
    }

    private static CheckLine readToken(SetCheck.ReadToken read, List<Integer> used) {
        if (read.state() == State.NONE) {
            return plain(State.NONE, "Read token", "the answer's letter, which differs by design.");
        }
        String token = "“" + TokenChips.visible(read.commonest()) + "”";
        String words = token + " in " + read.same() + " of " + read.texts() + " texts"
                + (read.unequal().isEmpty()
                        ? "."
                        : "; the sides of " + Formats.count(read.unequal().size(), "pair", "pairs")
                                + " are read at different tokens.");
        return new CheckLine(read.state(), "Read token", words, whole(read.unequal(), used), List.of());
    }

    private static CheckLine letters(SetCheck.AnswerLetters letters) {
        if (letters.state() == State.NONE) {
            return plain(State.NONE, "Answer letters", "no A/B items in this set.");
        }
        String words = String.format(
                Locale.ROOT,
                "(A) is the positive answer in %d of %d%s.",
                letters.positiveA(),
                letters.pairs(),
                letters.state() == State.LOOK ? "; the vector may be one of letters" : "");
        return plain(letters.state(), "Answer letters", words);
    }

    private static CheckLine tooLong(SetCheck.TooLong tooLong, List<Integer> used) {
        String words = tooLong.pairs().isEmpty()
                ? "all texts fit into " + Formats.count(tooLong.limit()) + " tokens."
                : Formats.count(tooLong.pairs().size(), "pair has", "pairs have") + " a text beyond the model's "
                        + Formats.count(tooLong.limit()) + " tokens.";
        List<Integer> pairs = whole(tooLong.pairs(), used);
        return new CheckLine(tooLong.state(), "Context", words, pairs, pairs);
    }

    private static CheckLine plain(State state, String name, String words) {
        return new CheckLine(state, name, words, List.of(), List.of());
    }

    private static List<Integer> whole(List<Integer> pairs, List<Integer> used) {
        return pairs.stream().map(used::get).toList();
    }

    private static int number(int pair, List<Integer> used) {
        return used.get(pair) + 1;
    }
}
