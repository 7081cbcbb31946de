package org.vectorscope.checkpoint.family;

import java.util.Arrays;
import java.util.List;
import org.vectorscope.checkpoint.container.RowOrder;

/**
 * A tensor that a family needs.
 *
 * @param name transformers' name, {@code model.layers.0.self_attn.q_proj.weight}
 * @param gguf llama.cpp's name, {@code blk.0.attn_q.weight}
 * @param shape as in transformers, {@code [out, in]} of a linear layer
 * @param ggufRows where the rows of the GGUF file belong
 */
public record TensorSpec(String name, String gguf, List<Long> shape, RowOrder ggufRows) {
    static TensorSpec of(String name, String gguf, long... shape) {
        return new TensorSpec(name, gguf, Arrays.stream(shape).boxed().toList(), RowOrder.AS_STORED);
    }

    TensorSpec rows(RowOrder order) {
        return new TensorSpec(name, gguf, shape, order);
    }
}
