package org.vectorscope.checkpoint.family;

import java.util.Arrays;
import java.util.List;
import org.vectorscope.checkpoint.container.RowOrder;

/**
 * Tensors of one block, named as both kinds of files name them.
 *
 * @param folder what transformers' names begin with, {@code model.layers.3.}
 * @param gguf what llama.cpp's names begin with, {@code blk.3.}
 */
record BlockNames(String folder, String gguf) {
    /**
     * A linear layer, or the part of one that gives {@code count} numbers.
     *
     * @param folderRows where the rows of a safetensors file belong
     * @param ggufRows where the rows of a GGUF file belong
     */
    record Rows(String folder, String gguf, long count, RowOrder folderRows, RowOrder ggufRows) {
        Rows(String folder, String gguf, long count) {
            this(folder, gguf, count, RowOrder.AS_STORED, RowOrder.AS_STORED);
        }
    }

    static BlockNames of(String prefix, int layer) {
        return new BlockNames(prefix + layer + ".", "blk." + layer + ".");
    }

    /** The weights of a norm. */
    Slot norm(String inFolder, String inGguf, long width, double plus) {
        return new Slot.Dense(vector(inFolder + ".weight", inGguf + ".weight", width), plus);
    }

    Slot norm(String inFolder, String inGguf, long width) {
        return norm(inFolder, inGguf, width, 0);
    }

    /** The biases of a norm. */
    Slot shift(String inFolder, String inGguf, long width) {
        return new Slot.Dense(vector(inFolder + ".bias", inGguf + ".bias", width), 0);
    }

    Slot linear(long in, boolean bias, Rows... rows) {
        return linear(in, bias, false, rows);
    }

    /** @param transposed whether safetensors files hold [in, out] */
    Slot linear(long in, boolean bias, boolean transposed, Rows... rows) {
        List<Part> matrices = Arrays.stream(rows)
                .map(r -> Part.of(folder + r.folder() + ".weight", gguf + r.gguf() + ".weight", r.count(), in)
                        .rows(r.folderRows(), r.ggufRows())
                        .transposedInFolders(transposed))
                .toList();
        List<Part> biases = Arrays.stream(rows)
                .filter(_ -> bias)
                .map(r -> vector(r.folder() + ".bias", r.gguf() + ".bias", r.count())
                        .rows(r.folderRows(), r.ggufRows()))
                .toList();
        return new Slot.Linear(matrices, biases);
    }

    private Part vector(String inFolder, String inGguf, long width) {
        return Part.of(folder + inFolder, gguf + inGguf, width);
    }
}
