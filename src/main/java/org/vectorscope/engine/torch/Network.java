package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.job.Monitor;

/** A loaded model's own arithmetic, block by block. Rows of tokens are flat: [b · t, d_model]. */
final class Network implements AutoCloseable {
    private final ModelConfig config;
    private final NDManager manager;
    private final Program program;
    private final Rotary rotary;
    private final IValue embedding;
    private final List<IValue> blocks = new ArrayList<>();
    private final IValue head;

    /** @param manager holds the weights; closed with the network */
    Network(Checkpoint checkpoint, Family family, NDManager manager, Monitor monitor) {
        this.config = checkpoint.config();
        this.manager = manager;
        this.program = new Program(manager, family.program(), family.type());
        this.rotary = new Rotary(config);
        Weights weights = new Weights(checkpoint, manager, program.absent());
        this.embedding = weights.tuple(family.embedding(config));
        for (int layer = 0; layer < config.layers(); layer++) {
            monitor.check();
            monitor.progress("Loading " + checkpoint.name(), layer, config.layers());
            blocks.add(weights.tuple(family.block(config, layer)));
        }
        this.head = weights.tuple(family.head(config));
    }

    ModelConfig config() {
        return config;
    }

    /** A manager for one call's tensors; the caller closes it. */
    NDManager scope() {
        return manager.newSubManager();
    }

    /** Arrays that the network itself holds; the same before and after every call. */
    int held() {
        return manager.getManagedArrays().size();
    }

    /** @return [n, d_model] */
    NDArray embed(NDManager scope, int[] ids) {
        try (NDArray tokens = Tensors.longs(scope, ids, ids.length)) {
            return program.call(scope, "embed", tokens, embedding);
        }
    }

    Rotary.Angles angles(NDManager scope, int[] positions, int rows) {
        return rotary.at(scope, positions, rows);
    }

    /**
     * One block. Keys and values of the new tokens are written to the cache from slot {@code at} on.
     *
     * @param x [b · t, d_model]; closed
     * @param mask additive [b or 1, 1, t, at + t]; without one attention is causal, and {@code at} must be 0 or t 1
     * @return [b · t, d_model]
     */
    NDArray block(
            NDManager scope, int layer, NDArray x, Rotary.Angles angles, Cache cache, int at, Optional<NDArray> mask) {
        try (x) {
            return program.call(
                    scope,
                    "block",
                    x,
                    blocks.get(layer),
                    angles.cos(),
                    angles.sin(),
                    cache.keys()[layer],
                    cache.values()[layer],
                    at,
                    mask.isPresent() ? mask.get() : program.absent());
        }
    }

    /** @param x [n, d_model], after the last block @return [n, d_model] */
    NDArray norm(NDManager scope, NDArray x) {
        return program.call(scope, "norm", x, head);
    }

    /** @param h [n, d_model], normed @return logits [n, vocabulary] */
    NDArray logits(NDManager scope, NDArray h) {
        return program.call(scope, "head", h, head);
    }

    @Override
    public void close() {
        embedding.close();
        blocks.forEach(IValue::close);
        head.close();
        program.close();
        manager.close();
    }
}
