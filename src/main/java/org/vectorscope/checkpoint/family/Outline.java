package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.checkpoint.ModelConfig.Attention;
import org.vectorscope.checkpoint.ModelConfig.Rope;

/**
 * What lies around the blocks: the embedding, the last norm, the output head.
 *
 * @param base what transformers' names begin with, {@code model.}
 * @param tied the output head is the embedding
 */
record Outline(
        String family,
        Sizes sizes,
        String activation,
        List<Rope> ropes,
        List<Attention> attention,
        double embeddingScale,
        double logitCap,
        boolean tied,
        List<Integer> stopIds,
        String base) {
    /** What a file's tensor names begin with: the first of the candidates under which {@code tensor} is there. */
    static String base(Settings settings, String tensor, String... candidates) {
        for (String candidate : candidates) {
            if (settings.has(candidate + tensor, "")) {
                return candidate;
            }
        }
        return candidates[0];
    }

    /** What the weights say goes before what the settings say: some configurations leave the key out. */
    static boolean tied(Settings settings, String head, boolean otherwise) {
        boolean inFile = settings.has(head, "output.weight");
        return !inFile && settings.flag("tie_word_embeddings", "", otherwise || settings instanceof GgufConfig);
    }

    /** Dynamic scaling stretches as far as a text is long; its factor says how far it was meant to. */
    private int contextLength() {
        double stretch = ropes.stream()
                .mapToDouble(rope -> rope.scaling() instanceof ModelConfig.Dynamic dynamic ? dynamic.factor() : 1)
                .max()
                .orElse(1);
        return (int) Math.min(Bounds.CONTEXT, sizes.contextLength() * stretch);
    }

    ModelConfig config() {
        return new ModelConfig(
                family,
                sizes.layers(),
                sizes.dModel(),
                sizes.heads(),
                sizes.kvHeads(),
                sizes.headDim(),
                sizes.ffn(),
                sizes.vocabulary(),
                contextLength(),
                sizes.normEps(),
                activation,
                ropes,
                attention,
                embeddingScale,
                logitCap,
                tied,
                stopIds);
    }

    /**
     * @param embedding transformers' name of the embedding, after the base
     * @param head transformers' whole name of the output head
     * @param norm slots of the last norm: weights, and biases or none
     */
    Architecture around(
            String program,
            String embedding,
            String head,
            Optional<Part> positions,
            List<List<Slot>> blocks,
            Slot norm,
            Slot shift) {
        Part table = Part.of(base + embedding, "token_embd.weight", sizes.vocabulary(), sizes.dModel());
        Part out = tied ? table : Part.of(head, "output.weight", sizes.vocabulary(), sizes.dModel());
        List<Slot> last = List.of(
                norm,
                shift,
                new Slot.Linear(List.of(out), List.of()),
                new Slot.Real(sizes.normEps()),
                new Slot.Real(logitCap));
        return new Architecture(config(), program, table, positions, blocks, last);
    }
}
