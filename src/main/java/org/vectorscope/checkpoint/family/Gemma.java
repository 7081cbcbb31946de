package org.vectorscope.checkpoint.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.ModelConfig.Attention;
import org.vectorscope.checkpoint.ModelConfig.Rope;

/**
 * What Gemma 2 and 3 share: norms before and after attention and MLP, embeddings times √d, logits that may be bent.
 * Norms multiply by 1 + w; llama.cpp's converter stores 1 + w, transformers w.
 *
 * @param headNorms whether each head of queries and keys is normed
 * @param attentionCap scores are bent to stay within ± this; 0 where they are not
 */
record Gemma(
        Settings settings,
        String family,
        Sizes sizes,
        List<Rope> ropes,
        List<Attention> attention,
        boolean headNorms,
        double attentionCap,
        double logitCap) {
    private static final double USUAL_SCALAR = 256;
    private static final String EMBEDDING = "embed_tokens.weight";

    Architecture build() {
        settings.requireReadable();
        String base = Outline.base(
                settings, EMBEDDING, "model.", "language_model.model.", "model.language_model.", "language_model.", "");
        String head = Outline.base(settings, "lm_head.weight", "", "language_model.") + "lm_head.weight";
        String activation = Activations.read(settings, "hidden_activation|hidden_act", "gelu_pytorch_tanh");
        Outline outline = new Outline(
                family,
                sizes,
                activation,
                ropes,
                attention,
                (float) Math.sqrt(sizes.dModel()),
                logitCap,
                Outline.tied(settings, head, true),
                settings.stopIds(),
                base);
        List<List<Slot>> blocks = new ArrayList<>();
        for (int layer = 0; layer < sizes.layers(); layer++) {
            blocks.add(block(BlockNames.of(base + "layers.", layer), activation));
        }
        Slot norm = new Slot.Dense(Part.of(base + "norm.weight", "output_norm.weight", sizes.dModel()), plus());
        return outline.around("gemma", EMBEDDING, head, Optional.empty(), blocks, norm, new Slot.Absent());
    }

    private double plus() {
        return settings instanceof ConfigJson ? 1 : 0;
    }

    private List<Slot> block(BlockNames names, String activation) {
        long d = sizes.dModel();
        long queries = (long) sizes.heads() * sizes.headDim();
        boolean inBias = settings.flag("attention_bias", "", settings.has("", names.gguf() + "attn_q.bias"));
        boolean outBias = settings.flag("attention_bias", "", settings.has("", names.gguf() + "attn_output.bias"));
        double scalar = settings.positive("query_pre_attn_scalar", "", ggufScalar());
        Slot absent = new Slot.Absent();
        return List.of(
                names.norm("input_layernorm", "attn_norm", d, plus()),
                GatedBlocks.attention(names, sizes, inBias, false),
                headNorms ? names.norm("self_attn.q_norm", "attn_q_norm", sizes.headDim(), plus()) : absent,
                headNorms ? names.norm("self_attn.k_norm", "attn_k_norm", sizes.headDim(), plus()) : absent,
                names.linear(queries, outBias, new BlockNames.Rows("self_attn.o_proj", "attn_output", d)),
                names.norm("post_attention_layernorm", "post_attention_norm", d, plus()),
                names.norm("pre_feedforward_layernorm", "ffn_norm", d, plus()),
                GatedBlocks.gate(names, sizes, false),
                GatedBlocks.down(names, sizes, false),
                names.norm("post_feedforward_layernorm", "post_ffw_norm", d, plus()),
                new Slot.Whole(sizes.heads()),
                new Slot.Whole(sizes.ffn()),
                Activations.slot(activation),
                new Slot.Real(sizes.normEps()),
                new Slot.Real(1 / Math.sqrt(scalar)),
                new Slot.Real(attentionCap));
    }

    /** GGUF files do not hold the scalar; llama.cpp takes the width of a head, and of the 27B models d / heads. */
    private double ggufScalar() {
        if (settings instanceof ConfigJson) {
            return USUAL_SCALAR;
        }
        boolean large = family.equals("gemma2") ? sizes.layers() == 46 : sizes.layers() == 62;
        return large ? (double) sizes.dModel() / sizes.heads() : sizes.headDim();
    }
}
