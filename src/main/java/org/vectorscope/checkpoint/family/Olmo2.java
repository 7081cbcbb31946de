package org.vectorscope.checkpoint.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** OLMo 2: norms after attention and MLP only, and over whole queries and keys. */
final class Olmo2 implements Family {
    @Override
    public Set<String> names() {
        return Set.of("olmo2");
    }

    @Override
    public Set<String> ggufNames() {
        return Set.of("olmo2");
    }

    @Override
    public Architecture read(Settings s) {
        s.requireReadable();
        Sizes z = Sizes.read(s);
        String base = Outline.base(s, "embed_tokens.weight", "model.", "");
        String activation = Activations.read(s, "hidden_act", "silu");
        Outline outline = new Outline(
                "olmo2",
                z,
                activation,
                List.of(Ropes.read(s, z, 10_000)),
                Windows.everywhere(z, Windows.size(s)),
                1,
                0,
                Outline.tied(s, "lm_head.weight", false),
                s.stopIds(),
                base);
        List<List<Slot>> blocks = new ArrayList<>();
        for (int layer = 0; layer < z.layers(); layer++) {
            blocks.add(block(s, z, BlockNames.of(base + "layers.", layer), activation));
        }
        Slot norm = new Slot.Dense(Part.of(base + "norm.weight", "output_norm.weight", z.dModel()), 0);
        return outline.around(
                "olmo2", "embed_tokens.weight", "lm_head.weight", Optional.empty(), blocks, norm, new Slot.Absent());
    }

    private static List<Slot> block(Settings s, Sizes z, BlockNames names, String activation) {
        boolean bias = s.flag("attention_bias", "", s.has("", names.gguf() + "attn_q.bias"));
        long queries = (long) z.heads() * z.headDim();
        return List.of(
                GatedBlocks.attention(names, z, bias, false),
                names.norm("self_attn.q_norm", "attn_q_norm", queries),
                names.norm("self_attn.k_norm", "attn_k_norm", (long) z.kvHeads() * z.headDim()),
                names.linear(queries, bias, new BlockNames.Rows("self_attn.o_proj", "attn_output", z.dModel())),
                names.norm("post_attention_layernorm", "post_attention_norm", z.dModel()),
                GatedBlocks.gate(names, z, false),
                GatedBlocks.down(names, z, false),
                names.norm("post_feedforward_layernorm", "post_ffw_norm", z.dModel()),
                new Slot.Whole(z.heads()),
                new Slot.Whole(z.ffn()),
                Activations.slot(activation),
                new Slot.Real(z.normEps()),
                new Slot.Real(1 / Math.sqrt(z.headDim())));
    }
}
