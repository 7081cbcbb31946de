package org.vectorscope.score;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Signs that a text has fallen apart.
 *
 * @param words how many there are; a run of letters or digits is one
 * @param distinct1 different words over all words (distinct-1, Li et al. 2016); 1 where there are none
 * @param distinct2 different pairs of neighbours over all such pairs (distinct-2)
 * @param repeated4 share of four-word runs that came before (seq-rep-4, Welleck et al. 2020); 0 where there are none
 */
public record Fluency(int words, double distinct1, double distinct2, double repeated4) {
    /** Sampled text of models and of people stays far below; loops are far above. */
    public static final double MOST_REPEATED = 0.2;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}']+");

    public static Fluency of(String text) {
        List<String> words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .toList();
        return new Fluency(words.size(), distinct(words, 1), distinct(words, 2), 1 - distinct(words, 4));
    }

    public boolean degenerate() {
        return repeated4 > MOST_REPEATED;
    }

    private static double distinct(List<String> words, int n) {
        int runs = words.size() - n + 1;
        if (runs <= 0) {
            return 1;
        }
        Set<List<String>> different = new HashSet<>();
        for (int i = 0; i < runs; i++) {
            different.add(words.subList(i, i + n));
        }
        return (double) different.size() / runs;
    }
}
