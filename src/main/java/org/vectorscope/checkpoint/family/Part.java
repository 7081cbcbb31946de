package org.vectorscope.checkpoint.family;

import java.util.Arrays;
import java.util.List;
import org.vectorscope.checkpoint.container.RowOrder;

/**
 * A tensor that a family needs, and how it lies in a file.
 *
 * @param name transformers' name, {@code model.layers.0.self_attn.q_proj.weight}
 * @param gguf llama.cpp's name, {@code blk.0.attn_q.weight}
 * @param shape as the forward pass wants it, {@code [out, in]} of a linear layer
 * @param folderRows where the rows of a safetensors file belong
 * @param ggufRows where the rows of a GGUF file belong
 * @param folderTransposed whether safetensors files hold {@code [in, out]}
 */
public record Part(
        String name, String gguf, List<Long> shape, RowOrder folderRows, RowOrder ggufRows, boolean folderTransposed) {
    static Part of(String name, String gguf, long... shape) {
        List<Long> wanted = Arrays.stream(shape).boxed().toList();
        return new Part(name, gguf, wanted, RowOrder.AS_STORED, RowOrder.AS_STORED, false);
    }

    Part rows(RowOrder folder, RowOrder inGguf) {
        return new Part(name, gguf, shape, folder, inGguf, folderTransposed);
    }

    Part transposedInFolders(boolean transposed) {
        return new Part(name, gguf, shape, folderRows, ggufRows, transposed);
    }

    public long[] dimensions() {
        return shape.stream().mapToLong(Long::longValue).toArray();
    }
}
