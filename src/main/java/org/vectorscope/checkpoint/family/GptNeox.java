package org.vectorscope.checkpoint.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vectorscope.checkpoint.ModelConfig.Attention;
import org.vectorscope.checkpoint.container.RowOrder;

/** GPT-NeoX and Pythia: LayerNorm, attention and MLP side by side, part of each head turned. */
final class GptNeox implements Family {
    @Override
    public Set<String> names() {
        return Set.of("gpt_neox");
    }

    @Override
    public Set<String> ggufNames() {
        return Set.of("gptneox");
    }

    private static final double USUAL_TURNED = 0.25;

    @Override
    public Architecture read(Settings s) {
        s.requireReadable();
        Sizes z = sizes(s);
        String base = Outline.base(s, "embed_in.weight", "gpt_neox.", "model.", "");
        String head = s.has("lm_head.weight", "") ? "lm_head.weight" : "embed_out.weight";
        String activation = Activations.read(s, "hidden_act", "gelu");
        Outline outline = new Outline(
                "gpt_neox",
                z,
                activation,
                List.of(Ropes.read(s, z, 10_000, USUAL_TURNED)),
                Windows.everywhere(z, Attention.ALL),
                1,
                0,
                Outline.tied(s, head, false),
                s.stopIds(),
                base);
        List<List<Slot>> blocks = new ArrayList<>();
        for (int layer = 0; layer < z.layers(); layer++) {
            blocks.add(block(s, z, BlockNames.of(base + "layers.", layer), activation));
        }
        BlockNames last = new BlockNames(base, "");
        return outline.around(
                "gpt_neox",
                "embed_in.weight",
                head,
                Optional.empty(),
                blocks,
                last.norm("final_layer_norm", "output_norm", z.dModel()),
                last.shift("final_layer_norm", "output_norm", z.dModel()));
    }

    private static Sizes sizes(Settings s) {
        Sizes read = Sizes.read(s);
        double eps = s.positive("layer_norm_eps", "attention.layer_norm_epsilon", 1e-5);
        return new Sizes(
                read.layers(),
                read.dModel(),
                read.heads(),
                read.heads(),
                read.headDim(),
                read.ffn(),
                read.vocabulary(),
                read.contextLength(),
                eps);
    }

    private static List<Slot> block(Settings s, Sizes z, BlockNames names, String activation) {
        long d = z.dModel();
        boolean bias = s.flag("attention_bias", "", s instanceof ConfigJson || s.has("", "blk.0.attn_qkv.bias"));
        RowOrder perHead = RowOrder.byKindFromByHead(z.heads());
        return List.of(
                names.norm("input_layernorm", "attn_norm", d),
                names.shift("input_layernorm", "attn_norm", d),
                names.linear(
                        d,
                        bias,
                        new BlockNames.Rows(
                                "attention.query_key_value", "attn_qkv", 3 * d, perHead, RowOrder.AS_STORED)),
                names.linear(d, bias, new BlockNames.Rows("attention.dense", "attn_output", d)),
                names.norm("post_attention_layernorm", "ffn_norm", d),
                names.shift("post_attention_layernorm", "ffn_norm", d),
                names.linear(d, true, new BlockNames.Rows("mlp.dense_h_to_4h", "ffn_up", z.ffn())),
                names.linear(z.ffn(), true, new BlockNames.Rows("mlp.dense_4h_to_h", "ffn_down", d)),
                new Slot.Whole(z.heads()),
                Activations.slot(activation),
                new Slot.Whole(s.flag("use_parallel_residual", "use_parallel_residual", true) ? 1 : 0),
                new Slot.Real(z.normEps()),
                new Slot.Real(1 / Math.sqrt(z.headDim())));
    }
}
