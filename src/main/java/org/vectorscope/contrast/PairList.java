package org.vectorscope.contrast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vectorscope.contrast.ContrastSet.Kind;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.file.BadInput;

/** Pairs as they are read, each checked as it comes, so that a fault is told with the place it has. */
final class PairList {
    private static final Pattern LETTER = Pattern.compile("\\([A-Z]\\)");

    private final String source;
    private final List<Pair> pairs = new ArrayList<>();

    PairList(String source) {
        this.source = source;
    }

    /** @param place {@code line 12} or {@code item 3}; the pair's number is added where it says something else */
    void add(String place, Pair pair) {
        if (pairs.size() == ContrastFiles.MOST_PAIRS) {
            throw new BadInput(source, place + ": more than " + ContrastFiles.MOST_PAIRS + " pairs");
        }
        String where = place + " (pair " + (pairs.size() + 1) + "): ";
        fault(pair).ifPresent(fault -> {
            throw new BadInput(source, where + fault);
        });
        pairs.add(pair);
    }

    /** What makes this no pair at all, in words that follow "pair 3: ". */
    static Optional<String> fault(Pair pair) {
        if (pair.positive().isBlank() || pair.negative().isBlank()) {
            return Optional.of("the " + (pair.positive().isBlank() ? "positive" : "negative") + " side is empty");
        }
        if (pair.positive().equals(pair.negative())) {
            return Optional.of("both sides are the same text");
        }
        for (String text : List.of(pair.prompt(), pair.positive(), pair.negative())) {
            if (text.length() > ContrastFiles.LONGEST_TEXT) {
                return Optional.of("a text of " + text.length() + " characters, more than the "
                        + ContrastFiles.LONGEST_TEXT + " one may have");
            }
            if (!wellFormed(text)) {
                return Optional.of("half of a surrogate pair, which is no character");
            }
        }
        return Optional.empty();
    }

    /** All pairs. */
    List<Pair> done() {
        if (pairs.isEmpty()) {
            throw new BadInput(source, "has no pairs");
        }
        return List.copyOf(pairs);
    }

    /** @throws BadInput if some answers are letters and some are texts, since they are read at different tokens */
    Kind kind() {
        boolean choice = isChoice(done().getFirst());
        for (int i = 0; i < pairs.size(); i++) {
            if (isChoice(pairs.get(i)) != choice) {
                throw new BadInput(
                        source,
                        "pair " + (i + 1) + " has " + (choice ? "text" : "letter") + " answers and those before have "
                                + (choice ? "letters" : "texts") + "; one set is read at one kind of token");
            }
        }
        return choice ? Kind.CHOICE : Kind.TEXT;
    }

    static boolean isChoice(Pair pair) {
        return LETTER.matcher(pair.positive()).matches()
                && LETTER.matcher(pair.negative()).matches();
    }

    static boolean wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(c)) {
                return false;
            }
        }
        return true;
    }
}
