package org.vectorscope.engine.plan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Texts in lexicographic order of (stretch, token, steering), which is depth-first order of the trees they form: a text shares
 * with the one before it the nodes up to their longest common prefix, and no others with any text.
 */
final class Forest {
    private final List<Text> texts;
    private final int[] order;
    /** [text in order]: nodes shared with the text before. */
    private final int[] shared;

    Forest(List<Text> texts) {
        this.texts = texts;
        this.order = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparing(texts::get, Forest::compare))
                .mapToInt(Integer::intValue)
                .toArray();
        this.shared = new int[order.length];
        for (int i = 1; i < order.length; i++) {
            shared[i] = common(text(i - 1), text(i));
        }
    }

    int size() {
        return order.length;
    }

    Text text(int place) {
        return texts.get(order[place]);
    }

    /** Index in the list it was made from. */
    int index(int place) {
        return order[place];
    }

    int shared(int place) {
        return shared[place];
    }

    /** Nodes that texts {@code from} (inclusive) to {@code to} (exclusive) all share. */
    int sharedByAll(int from, int to) {
        int least = text(from).length();
        for (int i = from + 1; i < to; i++) {
            least = Math.min(least, shared[i]);
        }
        return least;
    }

    /** Distinct nodes of these texts deeper than {@code depth}, which they all share. */
    long nodes(int from, int to, int depth) {
        long nodes = text(from).length() - depth;
        for (int i = from + 1; i < to; i++) {
            nodes += text(i).length() - Math.max(shared[i], depth);
        }
        return nodes;
    }

    private static int compare(Text a, Text b) {
        if (a.stretch() != b.stretch()) {
            return Integer.compare(a.stretch(), b.stretch());
        }
        int at = common(a, b);
        if (at == a.length() || at == b.length()) {
            return Integer.compare(a.length(), b.length());
        }
        int byToken = Integer.compare(a.ids()[at], b.ids()[at]);
        return byToken != 0 ? byToken : Integer.compare(a.on()[at], b.on()[at]);
    }

    private static int common(Text a, Text b) {
        if (a.stretch() != b.stretch()) {
            return 0;
        }
        int ids = Arrays.mismatch(a.ids(), b.ids());
        int on = Arrays.mismatch(a.on(), b.on());
        if (ids < 0) {
            return on < 0 ? a.length() : on;
        }
        return on < 0 ? ids : Math.min(ids, on);
    }
}
