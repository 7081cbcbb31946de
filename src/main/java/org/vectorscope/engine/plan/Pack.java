package org.vectorscope.engine.plan;

import java.util.List;

/**
 * Nodes that go through the blocks together, in depth-first order, after a chain of {@code prefix} nodes that they
 * all descend from and whose keys and values are in slots 0 to {@code prefix} of the cache by then.
 *
 * @param tokens [n]
 * @param positions [n], distance from the beginning of the text
 * @param parents [n], index of the node before it in its text, or −1 where that is the prefix (or nothing)
 * @param on [n], the set of vectors added at the node
 * @param stretches [n], its text's
 * @param parts where texts lie in it; every position of every text lies in exactly one pack
 */
public record Pack(
        int prefix, int[] tokens, int[] positions, int[] parents, int[] on, int[] stretches, List<Part> parts) {

    /**
     * A stretch of one text.
     *
     * @param text index into the list of texts
     * @param from its first position in this pack
     * @param nodes of the positions from there on
     * @param last whether the text ends in this pack
     */
    public record Part(int text, int from, int[] nodes, boolean last) {
        public int to() {
            return from + nodes.length;
        }

        public int node(int position) {
            return nodes[position - from];
        }
    }

    public int size() {
        return tokens.length;
    }
}
