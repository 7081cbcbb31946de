package org.vectorscope.checkpoint.token;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The merges of a SentencePiece vocabulary, which stores scores in their place: every way to put a token together out
 * of two others, best score first (transformers' convert_slow_tokenizer.generate_merges, whose order this is).
 */
final class Merges {
    record Merge(String left, String right, double score) {
        int leftLength() {
            return left.codePointCount(0, left.length());
        }

        int rightLength() {
            return right.codePointCount(0, right.length());
        }
    }

    /** Longer than any token; what is longer is taken to have no parts. */
    private static final int LONGEST = 1_000;

    private Merges() {}

    static List<Merge> of(Map<String, Integer> ids, List<Double> scores) {
        List<Merge> merges = new ArrayList<>();
        ids.forEach((token, id) -> {
            if (token.length() <= LONGEST) {
                merges.addAll(splits(token, scores.get(id), ids));
            }
        });
        merges.sort(Comparator.comparingDouble(Merge::score)
                .thenComparingInt(Merge::leftLength)
                .thenComparingInt(Merge::rightLength)
                .reversed());
        return merges;
    }

    private static List<Merge> splits(String token, double score, Map<String, Integer> ids) {
        List<Merge> splits = new ArrayList<>();
        for (int at = 1; at < token.length(); at++) {
            String left = token.substring(0, at);
            String right = token.substring(at);
            if (!Character.isLowSurrogate(token.charAt(at)) && ids.containsKey(left) && ids.containsKey(right)) {
                splits.add(new Merge(left, right, score));
            }
        }
        splits.sort(Comparator.comparingInt((Merge merge) -> ids.getOrDefault(merge.left(), 0))
                .thenComparingInt(merge -> ids.getOrDefault(merge.right(), 0)));
        return splits;
    }
}
