package org.vectorscope.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.TokenRange;

/**
 * The vectors of one request, numbered by content, and the sets of them that are on at some position. Equal numbers
 * mean equal steering, so that texts can be compared by token and number alone.
 */
public final class Pushes {
    /** The set with nothing in it. */
    public static final int NONE = 0;

    private record Content(int layer, int hash, float[] vector) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Content(int l, int h, float[] v)
                    && l == layer
                    && h == hash
                    && Arrays.equals(v, vector);
        }

        @Override
        public int hashCode() {
            return 31 * layer + hash;
        }
    }

    private final Map<Content, Integer> numbers = new HashMap<>();
    private final List<Content> vectors = new ArrayList<>();
    private final Map<List<Integer>, Integer> setNumbers = new HashMap<>();
    private final List<List<Integer>> sets = new ArrayList<>();

    public Pushes() {
        setOf(List.of());
    }

    /**
     * @return for each of {@code length} positions, the set that is on there
     * @param promptLength positions below it are the prompt
     */
    public int[] along(Steering steering, int length, int promptLength) {
        int[] on = new int[length];
        if (!steering.pushes().isEmpty()) {
            int prompt = during(steering, true, false);
            Arrays.fill(on, 0, Math.min(length, Math.max(0, promptLength - 1)), prompt);
            if (promptLength >= 1 && promptLength <= length) {
                on[promptLength - 1] = during(steering, true, true);
            }
            if (promptLength < length) {
                Arrays.fill(on, promptLength, length, generated(steering));
            }
        }
        return on;
    }

    /** The set that is on at every generated token. */
    public int generated(Steering steering) {
        return during(steering, false, false);
    }

    private int during(Steering steering, boolean prompt, boolean last) {
        List<Integer> on = new ArrayList<>();
        for (Steering.Push push : steering.pushes()) {
            if (isOn(push.where(), prompt, last)) {
                on.add(number(push));
            }
        }
        return setOf(on);
    }

    private static boolean isOn(TokenRange where, boolean prompt, boolean last) {
        return switch (where) {
            case ALL -> true;
            case PROMPT -> prompt;
            case GENERATED -> !prompt;
            case FROM_LAST -> !prompt || last;
        };
    }

    private int number(Steering.Push push) {
        Content content = new Content(push.layer(), Arrays.hashCode(push.vector()), push.vector());
        return numbers.computeIfAbsent(content, c -> {
            vectors.add(c);
            return vectors.size() - 1;
        });
    }

    private int setOf(List<Integer> on) {
        List<Integer> sorted = on.stream().sorted().toList();
        return setNumbers.computeIfAbsent(sorted, s -> {
            sets.add(s);
            return sets.size() - 1;
        });
    }

    /** The part of a set that has been added by the time block {@code layer + 1} begins. */
    int upTo(int set, int layer) {
        List<Integer> all = sets.get(set);
        int below = 0;
        for (int push : all) {
            below += vectors.get(push).layer() <= layer ? 1 : 0;
        }
        if (below == 0) {
            return NONE;
        }
        return below == all.size()
                ? set
                : setOf(all.stream()
                        .filter(p -> vectors.get(p).layer() <= layer)
                        .toList());
    }

    /** Vectors of a set that are added to {@code resid_post.layer}; [d_model] each. */
    public List<float[]> at(int set, int layer) {
        List<float[]> here = new ArrayList<>(1);
        for (int push : sets.get(set)) {
            Content content = vectors.get(push);
            if (content.layer() == layer) {
                here.add(content.vector());
            }
        }
        return here;
    }

    /** Layers at which any of these sets adds something. */
    public SortedSet<Integer> layers(int[] on) {
        SortedSet<Integer> layers = new TreeSet<>();
        Arrays.stream(on).distinct().forEach(set -> sets.get(set)
                .forEach(p -> layers.add(vectors.get(p).layer())));
        return layers;
    }
}
