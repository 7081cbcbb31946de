package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * Logits of a few tokens, by their rows of the output head alone. The rows come from the checkpoint's table: in the
 * order that linear layers want it, a matrix cannot be cut into rows. What a family does to its logits besides (a bias,
 * a cap) belongs here, too.
 */
final class FewLogits {
    private final Network network;
    private final Program lab;
    private float[] rows = {}; // [ids · d_model], read once

    FewLogits(Network network, Program lab) {
        this.network = network;
        this.lab = lab;
    }

    /** @param normed [n, d_model]; @param use gets [n, ids] */
    void of(NDManager scope, NDArray normed, int[] ids, HeadSlices.Use use) {
        int width = network.config().dModel();
        if (rows.length == 0) {
            rows = rows(ids, width);
        }
        try (NDArray head = Tensors.floats(scope, rows, ids.length, width);
                NDArray logits = lab.call(scope, "dot", normed, head)) {
            use.of(0, logits);
        }
    }

    private float[] rows(int[] ids, int width) {
        float[] read = new float[ids.length * width];
        for (int i = 0; i < ids.length; i++) {
            System.arraycopy(network.headRow(ids[i]), 0, read, i * width, width);
        }
        return read;
    }
}
