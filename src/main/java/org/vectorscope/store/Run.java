package org.vectorscope.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One result, without the result itself.
 *
 * @param number counts up, never used twice; below zero where it is in memory only
 * @param key the {@linkplain Key#id() key}
 * @param title the recipe in short
 * @param layers {@code 15}, {@code 0–29}, or empty
 * @param bytes of its payload
 * @param used when it was last asked for
 * @param saved whether a person wants it kept; it is never given up for space
 * @param name given by a person
 */
public record Run(
        long number,
        String key,
        Kind kind,
        JsonNode recipe,
        String title,
        String layers,
        long n,
        Duration took,
        long bytes,
        Instant created,
        Instant used,
        boolean saved,
        Optional<String> name,
        Optional<Replay> replay) {

    /** The last time it was computed afresh, and whether the same came out. */
    public record Replay(Instant at, boolean equal) {}

    /** As people say it: {@code 0147}, or {@code m1} for one that is in memory only. */
    public String label() {
        return number < 0 ? "m" + -number : String.format(Locale.ROOT, "%04d", number);
    }
}
