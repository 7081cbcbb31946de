package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.engine.CaptureRequest;
import org.vectorscope.engine.plan.Pack;
import org.vectorscope.engine.plan.Plan;
import org.vectorscope.engine.plan.Pushes;
import org.vectorscope.engine.plan.Stage;
import org.vectorscope.job.Monitor;

/** Takes packs of texts through the blocks, adding vectors on the way, and shows a reader what passes. */
final class ForestPass {
    /** Rows that attention takes at a time; the programs know this number, too. */
    private static final int SLICE = 96;

    private final Network network;
    private final Program lab;
    private final Pushes pushes;
    private final Monitor monitor;

    /** Sees the residual stream go by. Tensors are the pass's own: gone when the call returns. */
    interface Reader {
        /**
         * After a block, before vectors are added.
         *
         * @param x [stage.rows, d_model]
         * @param cache keys and values of this layer, filled up to {@code pack.prefix + stage.rows}
         */
        default void block(NDManager scope, int layer, Pack pack, Stage stage, NDArray x, Cache cache) {}

        /** What the next block gets; for {@link CaptureRequest#EMBEDDINGS} what the first one gets. */
        default void residual(NDManager scope, int layer, Pack pack, Stage stage, NDArray x) {}

        /** After the last block that was asked for. */
        default void end(NDManager scope, Pack pack, Stage stage, NDArray x) {}
    }

    ForestPass(Network network, Program lab, Pushes pushes, Monitor monitor) {
        this.network = network;
        this.lab = lab;
        this.pushes = pushes;
        this.monitor = monitor;
    }

    /**
     * @param blocks how many blocks to run, from the first
     * @param stage what to tell the monitor
     */
    void run(List<Pack> packs, int blocks, Reader reader, String stage) {
        try (NDManager scope = network.scope()) {
            int slots = Plan.slots(packs);
            Cache cache = Plan.buildsOnCache(packs)
                    ? Cache.perLayer(scope, network, 1, slots)
                    : Cache.shared(scope, network, 1, slots);
            long total = packs.stream().mapToLong(Pack::size).sum();
            long done = 0;
            for (Pack pack : packs) {
                monitor.progress(stage, done, total);
                run(pack, blocks, cache, reader);
                done += pack.size();
            }
            monitor.progress(stage, total, total);
        }
    }

    private void run(Pack pack, int blocks, Cache cache, Reader reader) {
        try (NDManager scope = network.scope()) {
            List<Stage> stages = Stage.of(pack, pushes, blocks);
            Stage stage = stages.getFirst();
            int next = 1;
            NDArray x = network.embed(scope, stage.tokens(), stage.positions());
            reader.residual(scope, CaptureRequest.EMBEDDINGS, pack, stage, x);
            Surroundings around = surroundings(scope, pack.prefix(), stage);
            for (int layer = 0; layer < blocks; layer++) {
                monitor.check();
                x = network.block(scope, layer, x, around, cache, pack.prefix());
                reader.block(scope, layer, pack, stage, x, cache);
                if (next < stages.size() && stages.get(next).from() == layer + 1) {
                    stage = stages.get(next++);
                    x = split(scope, x, stage);
                    around = stage.sources().length == 0 ? around : surroundings(scope, pack.prefix(), stage);
                }
                reader.residual(scope, layer, pack, stage, x);
            }
            reader.end(scope, pack, stage, x);
        }
    }

    private Surroundings surroundings(NDManager scope, int prefix, Stage stage) {
        Map<Integer, Optional<NDArray>> masks = new HashMap<>();
        for (int window : network.windows()) {
            masks.put(window, mask(scope, prefix, stage, window));
        }
        return new Surroundings(network.angles(scope, stage.positions(), stage.stretches(), 1), masks);
    }

    private Optional<NDArray> mask(NDManager scope, int prefix, Stage stage, int window) {
        int rows = stage.rows();
        boolean seesAll = window == 0 || prefix + rows <= window;
        boolean chain = stage.isChain();
        if (seesAll && (rows == 1 || (prefix == 0 && chain && rows <= SLICE))) {
            return Optional.empty();
        }
        NDArray mask = chain && rows > SLICE
                ? band(scope, prefix, rows, window)
                : Tensors.floats(scope, stage.mask(prefix, window), 1, 1, rows, prefix + rows);
        return Optional.of(network.cast(scope, mask));
    }

    /**
     * A causal mask of one slice of queries, [1, 1, SLICE, …]: zeros (behind a window: not), then a triangle; every slice
     * uses its end.
     */
    private static NDArray band(NDManager scope, int prefix, int rows, int window) {
        int width = prefix + Math.ceilDiv(rows, SLICE) * SLICE;
        float[] mask = new float[SLICE * width];
        for (int row = 0; row < SLICE; row++) {
            int line = row * width;
            int self = width - SLICE + row;
            if (window > 0) {
                Arrays.fill(mask, line, line + Math.clamp(self - window + 1, 0, width), Float.NEGATIVE_INFINITY);
            }
            Arrays.fill(mask, line + self + 1, line + width, Float.NEGATIVE_INFINITY);
        }
        return Tensors.floats(scope, mask, 1, 1, SLICE, width);
    }

    private NDArray split(NDManager scope, NDArray x, Stage stage) {
        NDArray parted = x;
        if (stage.sources().length > 0) {
            try (x;
                    NDArray sources = Tensors.longs(scope, stage.sources(), stage.rows())) {
                parted = lab.call(scope, "take", x, sources);
            }
        }
        if (stage.added().isEmpty()) {
            return parted;
        }
        int width = network.config().dModel();
        int[] rows = stage.added().stream().mapToInt(Stage.Add::row).toArray();
        float[] vectors = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(stage.added().get(i).vector(), 0, vectors, i * width, width);
        }
        try (NDArray before = parted;
                NDArray at = Tensors.longs(scope, rows, rows.length);
                NDArray what = Tensors.floats(scope, vectors, rows.length, width)) {
            return lab.call(scope, "push", before, at, what);
        }
    }
}
