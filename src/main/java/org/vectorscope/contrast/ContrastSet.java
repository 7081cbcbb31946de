package org.vectorscope.contrast;

import java.util.List;

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

    public enum Kind {
        /** Answers are texts; read at the last token. */
        TEXT,
        /** Answers are {@code (A)} and {@code (B)}; read at the letter. */
        CHOICE
    }

    /** @param prompt what the user asks; empty where the texts stand alone */
    public record Pair(String prompt, String positive, String negative) {}

    /** @param axis {@code topic} or {@code genre}; @param name {@code medical}, {@code email}, … */
    public record Shift(String axis, String name, List<String> prompts) {}
}
