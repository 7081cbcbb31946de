package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.Arrays;
import org.vectorscope.checkpoint.ModelConfig;

/**
 * Keys and values of rows of tokens, written in place.
 *
 * @param keys per layer [b, kv, slots, hd]; all layers the same tensor where nobody looks back
 * @param values as the keys
 */
record Cache(NDArray[] keys, NDArray[] values) {
    /** Room per layer. */
    static Cache perLayer(NDManager manager, Network network, int rows, int slots) {
        ModelConfig config = network.config();
        Cache cache = new Cache(new NDArray[config.layers()], new NDArray[config.layers()]);
        Arrays.setAll(cache.keys, layer -> room(manager, network, rows, slots));
        Arrays.setAll(cache.values, layer -> room(manager, network, rows, slots));
        return cache;
    }

    /** One room that every layer writes over: for passes whose keys nobody needs afterwards. */
    static Cache shared(NDManager manager, Network network, int rows, int slots) {
        ModelConfig config = network.config();
        Cache cache = new Cache(new NDArray[config.layers()], new NDArray[config.layers()]);
        Arrays.fill(cache.keys, room(manager, network, rows, slots));
        Arrays.fill(cache.values, room(manager, network, rows, slots));
        return cache;
    }

    private static NDArray room(NDManager manager, Network network, int rows, int slots) {
        ModelConfig c = network.config();
        return network.room(manager, rows, c.kvHeads(), slots, c.headDim());
    }

    static long bytesPerToken(ModelConfig c) {
        return 2L * Float.BYTES * c.layers() * c.kvHeads() * c.headDim();
    }
}
