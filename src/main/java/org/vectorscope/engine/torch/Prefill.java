package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vectorscope.engine.GenerationRequest.Probe;
import org.vectorscope.engine.plan.Pack;
import org.vectorscope.engine.plan.Stage;

/**
 * Reads the prompts' keys and values into the rows of a batch, and what the last block says at each prompt's end.
 * Prompts are computed as a forest, so rows that share one, steered or not, cost what differs between them.
 */
final class Prefill implements ForestPass.Reader, AutoCloseable {
    private final Program lab;
    private final Batch batch;
    private final Optional<Probe> probe;
    private final NDArray last;
    private final double[] cosines;
    private @Nullable Targets targets;

    /** Where the nodes of one stage go. */
    private record Targets(Stage stage, NDArray slots, NDArray rows, NDArray ends, int[] places)
            implements AutoCloseable {
        @Override
        public void close() {
            slots.close();
            rows.close();
            ends.close();
        }
    }

    /** @param width d_model */
    Prefill(Program lab, Batch batch, Optional<Probe> probe, int width) {
        this.lab = lab;
        this.batch = batch;
        this.probe = probe;
        this.last = Tensors.zeros(batch.scope(), batch.size(), width);
        this.cosines = new double[batch.size()];
        Arrays.fill(cosines, Double.NaN);
    }

    /** [b, d_model] after the last block, at the last prompt token; the caller closes it. */
    NDArray last() {
        return last;
    }

    /** Cosine of each row at the last prompt token; NaN without a probe. */
    double[] cosines() {
        return cosines;
    }

    @Override
    public void block(NDManager scope, int layer, Pack pack, Stage stage, NDArray x, Cache cache) {
        Targets to = targets(scope, pack, stage);
        if (to.places().length == 0) {
            return;
        }
        lab.perform("spread", cache.keys()[layer], to.slots(), batch.cache().keys()[layer], to.rows());
        lab.perform("spread", cache.values()[layer], to.slots(), batch.cache().values()[layer], to.rows());
        if (probe.isPresent() && probe.get().layer() == layer) {
            readProbe(scope, x, to, probe.get());
        }
    }

    private void readProbe(NDManager scope, NDArray x, Targets to, Probe asked) {
        try (NDArray ends = lab.call(scope, "take", x, to.ends());
                NDArray direction = Tensors.floats(scope, asked.direction(), asked.direction().length);
                NDArray cosine = lab.call(scope, "cosine", ends, direction)) {
            double[] found = Tensors.doubles(cosine);
            for (int i = 0; i < found.length; i++) {
                cosines[to.places()[i]] = found[i];
            }
        }
    }

    @Override
    public void end(NDManager scope, Pack pack, Stage stage, NDArray x) {
        Targets to = targets(scope, pack, stage);
        if (to.places().length > 0) {
            try (NDArray ends = lab.call(scope, "take", x, to.ends())) {
                lab.perform("put", last, to.rows(), ends);
            }
        }
    }

    private Targets targets(NDManager scope, Pack pack, Stage stage) {
        if (targets == null || targets.stage() != stage) {
            close();
            targets = targets(scope, pack, stage, batch.longest());
        }
        return targets;
    }

    private static Targets targets(NDManager scope, Pack pack, Stage stage, int longest) {
        List<Pack.Part> parts = pack.parts().stream().filter(Pack.Part::last).toList();
        int[] places = parts.stream().mapToInt(Pack.Part::text).toArray();
        int[] ends = new int[places.length];
        int[] slots = new int[places.length * longest];
        for (int i = 0; i < places.length; i++) {
            Pack.Part part = parts.get(i);
            int padding = longest - part.to();
            for (int position = 0; position < part.to(); position++) {
                slots[i * longest + padding + position] =
                        position < part.from() ? position : pack.prefix() + stage.rowOf()[part.node(position)];
            }
            ends[i] = stage.rowOf()[part.node(part.to() - 1)];
        }
        return new Targets(
                stage,
                Tensors.longs(scope, slots, slots.length),
                Tensors.longs(scope, places, places.length),
                Tensors.longs(scope, ends, ends.length),
                places);
    }

    @Override
    public void close() {
        if (targets != null) {
            targets.close();
            targets = null;
        }
    }
}
