package org.vectorscope.checkpoint.family;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vectorscope.checkpoint.ModelConfig.Attention;

/** GPT-2: LayerNorm, learned positions, one MLP of two layers; safetensors files hold matrices as [in, out]. */
final class Gpt2 implements Family {
    @Override
    public Set<String> names() {
        return Set.of("gpt2");
    }

    @Override
    public Set<String> ggufNames() {
        return Set.of("gpt2");
    }

    @Override
    public Architecture read(Settings s) {
        s.requireReadable();
        Sizes z = sizes(s);
        String base = Outline.base(s, "wte.weight", "transformer.", "");
        String activation = Activations.read(s, "activation_function", "gelu_new");
        Outline outline = new Outline(
                "gpt2",
                z,
                activation,
                List.of(),
                Collections.nCopies(z.layers(), new Attention(Attention.UNTURNED, Attention.ALL)),
                1,
                0,
                Outline.tied(s, "lm_head.weight", true),
                s.stopIds(),
                base);
        List<List<Slot>> blocks = new ArrayList<>();
        for (int layer = 0; layer < z.layers(); layer++) {
            blocks.add(block(s, z, layer, BlockNames.of(base + "h.", layer), activation));
        }
        BlockNames last = new BlockNames(base, "");
        return outline.around(
                "gpt2",
                "wte.weight",
                "lm_head.weight",
                Optional.of(Part.of(base + "wpe.weight", "position_embd.weight", z.contextLength(), z.dModel())),
                blocks,
                last.norm("ln_f", "output_norm", z.dModel()),
                last.shift("ln_f", "output_norm", z.dModel()));
    }

    private static Sizes sizes(Settings s) {
        int d = s.count("n_embd|hidden_size", "embedding_length", Bounds.WIDTH);
        int heads = s.count("n_head|num_attention_heads", "attention.head_count", Bounds.HEADS);
        if (d % heads != 0) {
            throw s.fault("n_embd", "embedding_length", "is " + d + ", no multiple of " + heads + " heads");
        }
        if (s.flag("add_cross_attention", "", false)) {
            throw s.fault("add_cross_attention", "", "is true: models that look at an encoder are not supported");
        }
        return new Sizes(
                s.count("n_layer|num_hidden_layers", "block_count", Bounds.LAYERS),
                d,
                heads,
                heads,
                d / heads,
                s.count("n_inner", "feed_forward_length", Bounds.WIDTH * 8, 4 * d),
                s.vocabulary(),
                s.count("n_positions|max_position_embeddings|n_ctx", "context_length", Bounds.CONTEXT, 1024),
                s.positive("layer_norm_epsilon", "attention.layer_norm_epsilon", 1e-5));
    }

    private static List<Slot> block(Settings s, Sizes z, int layer, BlockNames names, String activation) {
        long d = z.dModel();
        double scale = s.flag("scale_attn_weights", "", true) ? 1 / Math.sqrt(z.headDim()) : 1;
        boolean byLayer = s.flag("scale_attn_by_inverse_layer_idx", "", false);
        return List.of(
                names.norm("ln_1", "attn_norm", d),
                names.shift("ln_1", "attn_norm", d),
                names.linear(d, true, true, new BlockNames.Rows("attn.c_attn", "attn_qkv", 3 * d)),
                names.linear(d, true, true, new BlockNames.Rows("attn.c_proj", "attn_output", d)),
                names.norm("ln_2", "ffn_norm", d),
                names.shift("ln_2", "ffn_norm", d),
                names.linear(d, true, true, new BlockNames.Rows("mlp.c_fc", "ffn_up", z.ffn())),
                names.linear(z.ffn(), true, true, new BlockNames.Rows("mlp.c_proj", "ffn_down", d)),
                new Slot.Whole(z.heads()),
                Activations.slot(activation),
                new Slot.Real(z.normEps()),
                new Slot.Real(byLayer ? scale / (layer + 1) : scale));
    }
}
