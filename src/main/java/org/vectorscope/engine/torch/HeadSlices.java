package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/** The output head over many rows, a few at a time: logits of all of them would not fit. */
final class HeadSlices {
    /** Most bytes of logits at once; a comparison holds five times as much. */
    private static final long MOST = 8L << 20;

    interface Use {
        /** @param first which row is the tensor's first; @param logits [n, vocabulary], gone after the call */
        void of(int first, NDArray logits);
    }

    private HeadSlices() {}

    /** @param normed [n, d_model] */
    static void of(Network network, NDManager scope, NDArray normed, Use use) {
        of(network, scope, normed, MOST, use);
    }

    /** @param bytes of logits at once */
    static void of(Network network, NDManager scope, NDArray normed, long bytes, Use use) {
        int n = Math.toIntExact(normed.getShape().get(0));
        int most = rows(network.config().vocabulary(), bytes);
        for (int first = 0; first < n; first += most) {
            try (NDArray some = normed.get(first + ":" + Math.min(n, first + most));
                    NDArray logits = network.logits(scope, some)) {
                use.of(first, logits);
            }
        }
    }

    static int rows(int vocabulary) {
        return rows(vocabulary, MOST);
    }

    static int rows(int vocabulary, long bytes) {
        return (int) Math.max(1, bytes / Float.BYTES / vocabulary);
    }
}
