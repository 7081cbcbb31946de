package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.engine.LastTokenJacobian;
import org.vectorscope.engine.Steering;
import org.vectorscope.engine.plan.Pack;
import org.vectorscope.engine.plan.Plan;
import org.vectorscope.engine.plan.Pushes;
import org.vectorscope.engine.plan.Stage;
import org.vectorscope.engine.plan.Text;
import org.vectorscope.job.Monitor;

/**
 * The last token's residual with each coordinate moved a little to both sides, taken on from a layer over the keys and
 * values of the tokens before it. What is not linear sees both sides of a pair; through the weights goes half of what is
 * between them, once for both, which costs half the work and keeps the pair's middle where it was.
 */
final class JacobianPass {
    private final Network network;
    private final Program lab;
    private final Monitor monitor;

    /** @param lab beside the network's programs */
    JacobianPass(Network network, Program lab, Monitor monitor) {
        this.network = network;
        this.lab = lab;
        this.monitor = monitor;
    }

    /**
     * @param ids the text; the change is made at its last token
     * @param share length of a change, as a share of the residual's
     * @param tokens most that go through the blocks at once
     */
    LastTokenJacobian run(int[] ids, int layer, double share, int tokens) {
        try (NDManager scope = network.scope()) {
            Before before = before(scope, ids, layer, tokens);
            double step = share * norm(before.residual);
            int d = network.config().dModel();
            int chunks = Math.ceilDiv(d, Math.max(1, tokens / 2));
            List<float[]> changes = new ArrayList<>(d);
            float[] normed = new float[d];
            for (int chunk = 0; chunk < chunks; chunk++) {
                monitor.check();
                int from = Math.toIntExact((long) d * chunk / chunks);
                int to = Math.toIntExact((long) d * (chunk + 1) / chunks);
                float[][] rows = moved(before, layer, from, to, (float) step);
                normed = rows[0];
                for (int j = 0; j < to - from; j++) {
                    changes.add(slope(rows[1 + j], rows[1 + to - from + j], 2 * step));
                }
            }
            return new LastTokenJacobian(layer, ids.length, step, normed, changes);
        }
    }

    /**
     * What the moved rows go on from.
     *
     * @param residual [d_model], {@code resid_post} of the last token
     * @param cache the tokens before it, [1, kv, n − 1, hd] a layer
     */
    private record Before(float[] residual, Cache cache, Surroundings around, int last) {}

    private Before before(NDManager scope, int[] ids, int layer, int tokens) {
        Pushes pushes = new Pushes();
        int layers = network.config().layers();
        int last = ids.length - 1;
        Text text = new Text(ids, pushes.along(Steering.NONE, ids.length, ids.length), network.stretch(ids.length));
        Keep keep = new Keep(scope, layer, last, new Cache(new NDArray[layers], new NDArray[layers]));
        new ForestPass(network, lab, pushes, monitor)
                .run(Plan.of(List.of(text), tokens), layers, keep, "Reading the prompt");
        return new Before(keep.residual, keep.cache, around(scope, ids.length), last);
    }

    /** Copies of what a pass over the whole text leaves. */
    private final class Keep implements ForestPass.Reader {
        private final NDManager kept;
        private final int layer;
        private final int last;
        private final Cache cache;
        private float[] residual = new float[0];

        Keep(NDManager kept, int layer, int last, Cache cache) {
            this.kept = kept;
            this.layer = layer;
            this.last = last;
            this.cache = cache;
        }

        @Override
        public void block(NDManager scope, int at, Pack pack, Stage stage, NDArray x, Cache filled) {
            if (at > layer && pack.prefix() + stage.rows() > last) {
                cache.keys()[at] = lab.call(kept, "first", filled.keys()[at], last);
                cache.values()[at] = lab.call(kept, "first", filled.values()[at], last);
            }
        }

        @Override
        public void residual(NDManager scope, int at, Pack pack, Stage stage, NDArray x) {
            if (at == layer && pack.prefix() + stage.rows() > last) {
                int[] row = {stage.rows() - 1};
                try (NDArray which = Tensors.longs(scope, row, 1);
                        NDArray read = lab.call(scope, "read", x, which)) {
                    residual = Tensors.rows(read)[0];
                }
            }
        }
    }

    /** All rows stand at one position; a window hides the same tokens from each. */
    private Surroundings around(NDManager scope, int length) {
        int[] position = {length - 1};
        Map<Integer, Optional<NDArray>> masks = new HashMap<>();
        for (int window : network.windows()) {
            masks.put(
                    window,
                    window == 0 || length <= window ? Optional.empty() : Optional.of(hidden(scope, length, window)));
        }
        return new Surroundings(network.angles(scope, position, new int[] {network.stretch(length)}, 1), masks);
    }

    private NDArray hidden(NDManager scope, int length, int window) {
        float[] mask = new float[length];
        Arrays.fill(mask, 0, length - window, Float.NEGATIVE_INFINITY);
        return network.cast(scope, Tensors.floats(scope, mask, 1, 1, 1, length));
    }

    /** @return after the final norm: the row as it is, those moved up, those moved down */
    private float[][] moved(Before before, int layer, int from, int to, float step) {
        int d = network.config().dModel();
        int pairs = to - from;
        float[] rows = new float[(1 + 2 * pairs) * d];
        for (int row = 0; row <= 2 * pairs; row++) {
            System.arraycopy(before.residual, 0, rows, row * d, d);
        }
        for (int j = 0; j < pairs; j++) {
            rows[(1 + j) * d + from + j] += step;
            rows[(1 + pairs + j) * d + from + j] -= step;
        }
        try (NDManager scope = network.scope()) {
            NDArray x = network.cast(scope, Tensors.floats(scope, rows, 1L + 2 * pairs, d));
            for (int next = layer + 1; next < network.config().layers(); next++) {
                monitor.check();
                x = network.mirrored(scope, next, x, before.around, before.cache, before.last);
            }
            return Tensors.rows(network.norm(scope, x));
        }
    }

    private static float[] slope(float[] plus, float[] minus, double apart) {
        float[] slope = new float[plus.length];
        for (int i = 0; i < slope.length; i++) {
            slope[i] = (float) (((double) plus[i] - minus[i]) / apart);
        }
        return slope;
    }

    private static double norm(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }
}
