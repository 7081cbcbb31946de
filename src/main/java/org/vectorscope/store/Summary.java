package org.vectorscope.store;

import java.util.List;

/**
 * A recipe for the eye.
 *
 * @param title the recipe in short ({@code mean difference · sentiment · all layers})
 * @param layers {@code 15}, {@code 0–29}, or empty where layers play no part
 * @param n what it was computed from: pairs, texts, tokens, items
 * @param uses the results it was computed from
 */
public record Summary(String title, String layers, long n, List<Key> uses) {
    public Summary {
        uses = List.copyOf(uses);
    }

    public Summary using(Key... others) {
        return new Summary(title, layers, n, List.of(others));
    }

    public Summary(String title, String layers, long n) {
        this(title, layers, n, List.of());
    }
}
