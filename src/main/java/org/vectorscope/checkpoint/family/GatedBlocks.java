package org.vectorscope.checkpoint.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vectorscope.checkpoint.ModelConfig.Attention;
import org.vectorscope.checkpoint.ModelConfig.Rope;
import org.vectorscope.checkpoint.container.RowOrder;

/**
 * Llama's architecture and its kin: RMSNorm before attention and before a gated MLP, rotary positions. A family says
 * what it does otherwise.
 */
final class GatedBlocks {
    private final Settings settings;
    private final String family;
    private final Sizes sizes;
    private String activation = "silu";
    private List<Rope> ropes;
    private List<Attention> attention;
    private boolean inBias;
    private boolean outBias;
    private boolean mlpBias;
    private boolean headNorms;
    private boolean fused;
    private boolean interleaved;
    private boolean tiedUnlessSaid = true;

    GatedBlocks(Settings settings, String family, Sizes sizes, double theta) {
        this.settings = settings;
        this.family = family;
        this.sizes = sizes;
        this.ropes = List.of(Ropes.read(settings, sizes, theta));
        this.attention = Windows.everywhere(sizes, Attention.ALL);
        this.activation = Activations.read(settings, "hidden_act", "silu");
    }

    /** Biases on queries, keys and values. */
    GatedBlocks inBias(boolean present) {
        this.inBias = present;
        return this;
    }

    /** A bias after attention. */
    GatedBlocks outBias(boolean present) {
        this.outBias = present;
        return this;
    }

    GatedBlocks mlpBias(boolean present) {
        this.mlpBias = present;
        return this;
    }

    /** RMSNorm over each head of queries and keys, before they are turned. */
    GatedBlocks headNorms() {
        this.headNorms = true;
        return this;
    }

    /** Queries, keys and values are one tensor, gate and up another. */
    GatedBlocks fused() {
        this.fused = true;
        return this;
    }

    /** GGUF files hold the rows of queries and keys with the halves of each head interleaved. */
    GatedBlocks interleavedInGguf() {
        this.interleaved = true;
        return this;
    }

    /** The output head is its own, where a folder neither says so nor holds one. */
    GatedBlocks untiedUnlessSaid() {
        this.tiedUnlessSaid = false;
        return this;
    }

    GatedBlocks attention(List<Attention> perLayer) {
        this.attention = perLayer;
        return this;
    }

    GatedBlocks rope(UnaryOperator<Rope> change) {
        this.ropes = ropes.stream().map(change).toList();
        return this;
    }

    Architecture build() {
        settings.requireReadable();
        String base = Outline.base(settings, "embed_tokens.weight", "model.", "");
        boolean tied = Outline.tied(settings, "lm_head.weight", tiedUnlessSaid);
        Outline outline =
                new Outline(family, sizes, activation, ropes, attention, 1, 0, tied, settings.stopIds(), base);
        List<List<Slot>> blocks = new ArrayList<>();
        for (int layer = 0; layer < sizes.layers(); layer++) {
            blocks.add(block(BlockNames.of(base + "layers.", layer)));
        }
        Slot norm = new Slot.Dense(Part.of(base + "norm.weight", "output_norm.weight", sizes.dModel()), 0);
        return outline.around(
                "llama", "embed_tokens.weight", "lm_head.weight", Optional.empty(), blocks, norm, new Slot.Absent());
    }

    private List<Slot> block(BlockNames names) {
        long d = sizes.dModel();
        long queries = (long) sizes.heads() * sizes.headDim();
        Slot absent = new Slot.Absent();
        return List.of(
                names.norm("input_layernorm", "attn_norm", d),
                fused ? fusedAttention(names) : attention(names),
                headNorms ? names.norm("self_attn.q_norm", "attn_q_norm", sizes.headDim()) : absent,
                headNorms ? names.norm("self_attn.k_norm", "attn_k_norm", sizes.headDim()) : absent,
                names.linear(queries, outBias, new BlockNames.Rows("self_attn.o_proj", "attn_output", d)),
                names.norm("post_attention_layernorm", "ffn_norm", d),
                fused ? fusedGate(names) : gate(names, sizes, mlpBias),
                down(names, sizes, mlpBias),
                new Slot.Whole(sizes.heads()),
                new Slot.Whole(sizes.ffn()),
                Activations.slot(activation),
                new Slot.Real(sizes.normEps()),
                new Slot.Real(1 / Math.sqrt(sizes.headDim())));
    }

    private Slot attention(BlockNames names) {
        return attention(names, sizes, inBias, interleaved);
    }

    static Slot attention(BlockNames names, Sizes z, boolean bias, boolean interleaved) {
        long kv = (long) z.kvHeads() * z.headDim();
        RowOrder queries = interleaved ? RowOrder.deinterleaved(z.heads()) : RowOrder.AS_STORED;
        RowOrder keys = interleaved ? RowOrder.deinterleaved(z.kvHeads()) : RowOrder.AS_STORED;
        return names.linear(
                z.dModel(),
                bias,
                new BlockNames.Rows(
                        "self_attn.q_proj", "attn_q", (long) z.heads() * z.headDim(), RowOrder.AS_STORED, queries),
                new BlockNames.Rows("self_attn.k_proj", "attn_k", kv, RowOrder.AS_STORED, keys),
                new BlockNames.Rows("self_attn.v_proj", "attn_v", kv));
    }

    static Slot gate(BlockNames names, Sizes z, boolean bias) {
        return names.linear(
                z.dModel(),
                bias,
                new BlockNames.Rows("mlp.gate_proj", "ffn_gate", z.ffn()),
                new BlockNames.Rows("mlp.up_proj", "ffn_up", z.ffn()));
    }

    static Slot down(BlockNames names, Sizes z, boolean bias) {
        return names.linear(z.ffn(), bias, new BlockNames.Rows("mlp.down_proj", "ffn_down", z.dModel()));
    }

    private Slot fusedAttention(BlockNames names) {
        long rows = (sizes.heads() + 2L * sizes.kvHeads()) * sizes.headDim();
        return names.linear(sizes.dModel(), inBias, new BlockNames.Rows("self_attn.qkv_proj", "attn_qkv", rows));
    }

    private Slot fusedGate(BlockNames names) {
        return names.linear(
                sizes.dModel(), mlpBias, new BlockNames.Rows("mlp.gate_up_proj", "ffn_up", 2L * sizes.ffn()));
    }
}
