package org.vectorscope.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The packs that compute a list of texts, in order. A pack may build on the cache that earlier ones left: what many
 * texts share, and all but the last stretch of a long text, are packs of their own whose keys and values stay.
 */
public final class Plan {
    /** Below this many tokens a shared beginning is computed again in each pack: a pass of its own costs more. */
    private static final int WORTH_A_PASS = 12;

    private final Forest forest;
    private final int budget;
    private final List<Pack> packs = new ArrayList<>();

    private Plan(List<Text> texts, int budget) {
        this.forest = new Forest(texts);
        this.budget = budget;
    }

    /**
     * @param texts at least one token each
     * @param budget most tokens in a pack
     */
    public static List<Pack> of(List<Text> texts, int budget) {
        if (texts.isEmpty()) {
            return List.of();
        }
        Plan plan = new Plan(texts, budget);
        plan.add(0, texts.size(), 0);
        return List.copyOf(plan.packs);
    }

    /** Slots of a cache that holds any of these packs with its prefix. */
    public static int slots(List<Pack> packs) {
        return packs.stream().mapToInt(p -> p.prefix() + p.size()).max().orElse(0);
    }

    /** Whether a pack finds keys and values of another in the cache. */
    public static boolean buildsOnCache(List<Pack> packs) {
        return packs.stream().anyMatch(p -> p.prefix() > 0);
    }

    /** Texts {@code from} to {@code to}, which share their first {@code depth} nodes; those are in the cache. */
    private void add(int from, int to, int depth) {
        if (forest.nodes(from, to, depth) <= budget) {
            addPack(from, to, depth);
            return;
        }
        int common = forest.sharedByAll(from, to);
        int chain = to - from == 1 ? (common - depth - 1) / budget * budget : common - depth;
        if (chain >= WORTH_A_PASS || to - from == 1) {
            addChain(from, to, depth, depth + chain);
            depth += chain;
        }
        if (to - from == 1) {
            addPack(from, to, depth);
        } else {
            addGroups(from, to, depth, common);
        }
    }

    /** Neighbours go into one pack while they fit; what does not fit alone is divided further. */
    private void addGroups(int from, int to, int depth, int common) {
        int start = from;
        long nodes = 0;
        for (int child = from; child < to; ) {
            int next = endOfChild(child, to, common);
            long more = forest.nodes(child, next, depth);
            long joined = start == child ? more : nodes + more - sharedBeyond(child, depth);
            if (start < child && joined > budget) {
                add(start, child, depth);
                start = child;
                joined = more;
            }
            nodes = joined;
            child = next;
        }
        add(start, to, depth);
    }

    private long sharedBeyond(int place, int depth) {
        return Math.max(0, forest.shared(place) - depth);
    }

    /** End of the run of texts that share more than {@code common} nodes with text {@code from}. */
    private int endOfChild(int from, int to, int common) {
        int next = from + 1;
        while (next < to && forest.shared(next) > common) {
            next++;
        }
        return next;
    }

    private void addChain(int from, int to, int depth, int end) {
        Text text = forest.text(from);
        for (int at = depth; at < end; at += budget) {
            int stop = Math.min(end, at + budget);
            int[] nodes = new int[stop - at];
            Arrays.setAll(nodes, i -> i);
            List<Pack.Part> parts = new ArrayList<>();
            for (int i = from; i < to; i++) {
                parts.add(
                        new Pack.Part(forest.index(i), at, nodes, forest.text(i).length() == stop));
            }
            int[] positions = new int[nodes.length];
            int[] parents = new int[nodes.length];
            int first = at;
            Arrays.setAll(positions, i -> first + i);
            Arrays.setAll(parents, i -> i - 1);
            int[] stretches = new int[nodes.length];
            Arrays.fill(stretches, text.stretch());
            packs.add(new Pack(
                    at,
                    Arrays.copyOfRange(text.ids(), at, stop),
                    positions,
                    parents,
                    Arrays.copyOfRange(text.on(), at, stop),
                    stretches,
                    parts));
        }
    }

    private void addPack(int from, int to, int depth) {
        int size = Math.toIntExact(forest.nodes(from, to, depth));
        if (size == 0) {
            return;
        }
        Pack pack = new Pack(
                depth,
                new int[size],
                new int[size],
                new int[size],
                new int[size],
                new int[size],
                new ArrayList<>(to - from));
        int[] path = new int[0];
        int next = 0;
        for (int i = from; i < to; i++) {
            Text text = forest.text(i);
            int shared = i == from ? 0 : Math.max(0, forest.shared(i) - depth);
            path = Arrays.copyOf(Arrays.copyOf(path, shared), Math.max(0, text.length() - depth));
            for (int at = shared; at < path.length; at++) {
                path[at] = next;
                pack.tokens()[next] = text.ids()[depth + at];
                pack.on()[next] = text.on()[depth + at];
                pack.positions()[next] = depth + at;
                pack.stretches()[next] = text.stretch();
                pack.parents()[next] = at == 0 ? -1 : path[at - 1];
                next++;
            }
            if (path.length > 0) {
                pack.parts().add(new Pack.Part(forest.index(i), depth, path, true));
            }
        }
        packs.add(pack);
    }
}
