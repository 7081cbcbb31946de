package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.job.Monitor;

/** A loaded model's own arithmetic, block by block. Rows of tokens are flat: [b · t, d_model]. */
final class Network implements AutoCloseable {
    private final ModelConfig config;
    private final NDManager manager;
    private final Program program;
    private final Rotary rotary;
    private final List<IValue> blocks;
    private final IValue head;
    private final IntFunction<float[]> embedding;
    private final IntFunction<float[]> headRows;

    private Network(
            ModelConfig config,
            NDManager manager,
            Program program,
            List<IValue> blocks,
            IValue head,
            IntFunction<float[]> embedding,
            IntFunction<float[]> headRows) {
        this.config = config;
        this.manager = manager;
        this.program = program;
        this.rotary = new Rotary(config);
        this.blocks = blocks;
        this.head = head;
        this.embedding = embedding;
        this.headRows = headRows;
    }

    /**
     * Reads the weights.
     *
     * @param manager holds them; closed with the network
     */
    static Network load(Checkpoint checkpoint, Family family, NDManager manager, Monitor monitor) {
        ModelConfig config = checkpoint.config();
        LinearKind kind = LinearKind.best(manager);
        Program program = new Program(manager, "Model", family.program(), kind.program());
        Weights weights = new Weights(checkpoint, manager, program, kind);
        Slot.Part table = family.embedding(config);
        Slot.Part head = family.headTable(config);
        List<IValue> read = new ArrayList<>();
        boolean loaded = false;
        try {
            Weights.check(checkpoint, table);
            int n = config.layers();
            // the head first: while it is packed there are two of it, and it is the largest
            read.add(weights.tuple(family.head(config)));
            for (int layer = 0; layer < n; layer++) {
                monitor.check();
                monitor.progress("Loading " + checkpoint.name(), layer, n);
                read.add(weights.tuple(family.block(config, layer)));
            }
            FreedMemory.giveBack();
            loaded = true;
            return new Network(
                    config,
                    manager,
                    program,
                    List.copyOf(read.subList(1, n + 1)),
                    read.getFirst(),
                    id -> checkpoint.row(table.name(), id),
                    id -> checkpoint.row(head.name(), id));
        } finally {
            if (!loaded) {
                read.forEach(IValue::close);
                program.close();
            }
        }
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
        int width = config.dModel();
        float[] rows = new float[ids.length * width];
        for (int i = 0; i < ids.length; i++) {
            System.arraycopy(embedding.apply(ids[i]), 0, rows, i * width, width);
        }
        return Tensors.floats(scope, rows, ids.length, width);
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

    /** @return [d_model], the output head's row for a token */
    float[] headRow(int id) {
        return headRows.apply(id);
    }

    @Override
    public void close() {
        blocks.forEach(IValue::close);
        head.close();
        program.close();
        manager.close();
    }
}
