package org.vectorscope.engine.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pack as it goes through the blocks up to the next one after which vectors are added: nodes that are still the
 * same text are one row. The first stage knows tokens only; each later one splits the rows that steering parted.
 *
 * @param from first block of the stage
 * @param rows number of rows
 * @param rowOf [n], row of each node
 * @param tokens [rows]
 * @param parents [rows], row of the node before, or −1
 * @param positions [rows]
 * @param stretches [rows]
 * @param sources [rows], row of the stage before that it comes from; empty where all rows stay as they are
 * @param added vectors added to rows as the stage begins: to {@code resid_post.(from − 1)}
 */
public record Stage(
        int from,
        int rows,
        int[] rowOf,
        int[] tokens,
        int[] parents,
        int[] positions,
        int[] stretches,
        int[] sources,
        List<Add> added) {

    /** @param vector [d_model] */
    public record Add(int row, float[] vector) {}

    private record Key(int parent, int token, int on, int stretch) {}

    /**
     * @param blocks number of blocks that will run; what is added after the last of them counts, too
     * @return in order; the first begins at block 0, the last may begin after the last block
     */
    public static List<Stage> of(Pack pack, Pushes pushes, int blocks) {
        List<Stage> stages = new ArrayList<>();
        stages.add(split(pack, pushes, 0, null));
        for (int layer : pushes.layers(pack.on()).headSet(blocks)) {
            stages.add(split(pack, pushes, layer + 1, stages.getLast()));
        }
        return stages;
    }

    private static Stage split(Pack pack, Pushes pushes, int from, @Nullable Stage before) {
        int n = pack.size();
        int[] rowOf = new int[n];
        int[] tokens = new int[n];
        int[] parents = new int[n];
        int[] positions = new int[n];
        int[] stretches = new int[n];
        int[] sources = new int[n];
        List<Add> added = new ArrayList<>();
        Map<Key, Integer> rows = new HashMap<>();
        for (int node = 0; node < n; node++) {
            int parent = pack.parents()[node] < 0 ? -1 : rowOf[pack.parents()[node]];
            int on = pushes.upTo(pack.on()[node], from - 1);
            Key key = new Key(parent, pack.tokens()[node], on, pack.stretches()[node]);
            int row = rows.size();
            Integer known = rows.putIfAbsent(key, row);
            rowOf[node] = known == null ? row : known;
            if (known == null) {
                tokens[row] = pack.tokens()[node];
                parents[row] = parent;
                positions[row] = pack.positions()[node];
                stretches[row] = pack.stretches()[node];
                sources[row] = before == null ? row : before.rowOf[node];
                pushes.at(pack.on()[node], from - 1).forEach(vector -> added.add(new Add(row, vector)));
            }
        }
        int count = rows.size();
        boolean same = before == null || before.rows == count;
        return new Stage(
                from,
                count,
                rowOf,
                Arrays.copyOf(tokens, count),
                Arrays.copyOf(parents, count),
                Arrays.copyOf(positions, count),
                Arrays.copyOf(stretches, count),
                same ? new int[0] : Arrays.copyOf(sources, count),
                added);
    }

    /** Whether its rows are one text's, one after the other. */
    public boolean isChain() {
        for (int i = 0; i < rows; i++) {
            if (parents[i] != i - 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * Writes the additive attention mask, {@code [rows, prefix + rows]}: 0 where a row sees the prefix, an ancestor or
     * itself, −∞ elsewhere.
     *
     * @param window most tokens that a row sees, itself among them; 0 for all
     */
    public float[] mask(int prefix, int window) {
        int width = prefix + rows;
        float[] mask = new float[rows * width];
        for (int row = 0; row < rows; row++) {
            int line = row * width;
            int first = window == 0 ? 0 : positions[row] - window + 1;
            Arrays.fill(mask, line, line + Math.clamp(first, 0, prefix), Float.NEGATIVE_INFINITY);
            Arrays.fill(mask, line + prefix, line + width, Float.NEGATIVE_INFINITY);
            for (int seen = row; seen >= 0 && positions[seen] >= first; seen = parents[seen]) {
                mask[line + prefix + seen] = 0;
            }
        }
        return mask;
    }
}
