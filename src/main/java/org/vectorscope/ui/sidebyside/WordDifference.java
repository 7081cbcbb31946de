package org.vectorscope.ui.sidebyside;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which words of a text are not in another: those outside a longest common subsequence of the two. */
final class WordDifference {
    /** Beyond this many words only the beginning is compared, so that a long text cannot hold up the window. */
    private static final int LONGEST = 600;

    private WordDifference() {}

    /** @return indexes into {@code words} */
    static Set<Integer> of(List<String> words, List<String> reference) {
        List<String> a = words.subList(0, Math.min(LONGEST, words.size()));
        List<String> b = reference.subList(0, Math.min(LONGEST, reference.size()));
        short[][] longest = lengths(a, b);
        Set<Integer> different = new HashSet<>();
        int i = 0;
        int j = 0;
        while (i < a.size()) {
            if (j < b.size() && a.get(i).equals(b.get(j))) {
                i++;
                j++;
            } else if (j < b.size() && longest[i][j + 1] >= longest[i + 1][j]) {
                j++;
            } else {
                different.add(i++);
            }
        }
        return different;
    }

    /** [a + 1][b + 1] length of the longest common subsequence of what is left from there. */
    private static short[][] lengths(List<String> a, List<String> b) {
        short[][] longest = new short[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] = a.get(i).equals(b.get(j))
                        ? (short) (longest[i + 1][j + 1] + 1)
                        : (short) Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }
}
