package org.vectorscope.contrast;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.file.Sha256;

/**
 * Pairs of texts that differ in one trait.
 *
 * @param name short, as in file names: {@code sentiment}
 * @param title for people
 * @param description what the trait is, where the set comes from, and what is known of its effect
 * @param kind what an answer is, which decides the read token and the score
 * @param positive word for the positive side ({@code cheerful})
 * @param negative word for the negative side ({@code gloomy})
 * @param pairs at least one
 * @param prompts held-out prompts to generate from; may be empty
 * @param shifts held-out prompts of other topics and genres; may be empty
 */
public record ContrastSet(
        String name,
        String title,
        String description,
        Kind kind,
        String positive,
        String negative,
        List<Pair> pairs,
        List<String> prompts,
        List<Shift> shifts) {

    public ContrastSet {
        pairs = List.copyOf(pairs);
        prompts = List.copyOf(prompts);
        shifts = List.copyOf(shifts);
    }

    public ContrastSet withPairs(List<Pair> others) {
        return new ContrastSet(name, title, description, kind, positive, negative, others, prompts, shifts);
    }

    /** The first {@code count} pairs, all of them where that is empty. */
    public ContrastSet first(OptionalInt count) {
        if (count.isEmpty() || count.getAsInt() >= pairs.size()) {
            return this;
        }
        if (count.getAsInt() < 1) {
            throw new BadInput("--first", "must be at least 1, not " + count.getAsInt());
        }
        return withPairs(pairs.subList(0, count.getAsInt()));
    }

    /**
     * This set, if it is enough for a direction with an uncertainty.
     *
     * @param source the file it came from, for the message
     * @throws BadInput if it has one pair only
     */
    public ContrastSet atLeastTwoPairs(String source) {
        if (pairs.size() < 2) {
            throw new BadInput(
                    source,
                    "has " + pairs.size() + " pair in use, and a vector needs at least 2 to tell how stable it is");
        }
        return this;
    }

    /** The prompts of the pairs, each once, in their order. */
    public List<String> questions() {
        return pairs.stream()
                .map(Pair::prompt)
                .filter(p -> !p.isBlank())
                .distinct()
                .toList();
    }

    /** All held-out prompts: plain ones and those of other topics and genres. */
    public List<String> allPrompts() {
        return Stream.concat(prompts.stream(), shifts.stream().flatMap(s -> s.prompts().stream()))
                .toList();
    }

    /** SHA-256 of the canonical JSON of the pairs (keys sorted, no spaces): equal pairs, equal hash. */
    public String pairsSha256() {
        return Sha256.of(Json.canonical(pairs));
    }

    public enum Kind {
        /** Answers are texts; read at the last token. */
        TEXT,
        /** Answers are {@code (A)} and {@code (B)}; read at the letter. */
        CHOICE,
        /** Sides are instructions put before the question; read where the answer would begin. */
        INSTRUCTION;

        /** Where the residual is read if nobody says otherwise, counted from the end of the text. */
        public int readToken() {
            return this == CHOICE ? -2 : -1;
        }
    }

    /** @param prompt what the user asks; empty where the texts stand alone */
    public record Pair(String prompt, String positive, String negative) {}

    /** @param axis {@code topic} or {@code genre}; @param name {@code medical}, {@code email}, … */
    public record Shift(String axis, String name, List<String> prompts) {
        public Shift {
            prompts = List.copyOf(prompts);
        }
    }
}
