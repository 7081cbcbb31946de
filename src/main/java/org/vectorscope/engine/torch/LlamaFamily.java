package org.vectorscope.engine.torch;

import java.util.List;
import java.util.Set;
import org.vectorscope.checkpoint.ModelConfig;

/** Llama 2 and 3, SmolLM, TinyLlama, and what else shares their block. */
final class LlamaFamily implements Family {
    private static final Set<String> NAMES = Set.of("llama", "mistral");
    private static final String EMBEDDING = "model.embed_tokens.weight";

    @Override
    public boolean knows(ModelConfig config) {
        return NAMES.contains(config.family()) && config.activation().equals("silu");
    }

    @Override
    public String program() {
        return "llama";
    }

    @Override
    public String type() {
        return "Llama";
    }

    @Override
    public List<Slot> embedding(ModelConfig c) {
        return List.of(new Slot.Weight(EMBEDDING, c.vocabulary(), c.dModel()), new Slot.Whole(0));
    }

    @Override
    public List<Slot> block(ModelConfig c, int layer) {
        String block = "model.layers." + layer + ".";
        String attention = block + "self_attn.";
        String mlp = block + "mlp.";
        int d = c.dModel();
        int q = c.heads() * c.headDim();
        int kv = c.kvHeads() * c.headDim();
        return List.of(
                new Slot.Weight(block + "input_layernorm.weight", d),
                new Slot.Weight(attention + "q_proj.weight", q, d),
                new Slot.Optional(attention + "q_proj.bias", c.attentionBias(), q),
                new Slot.Weight(attention + "k_proj.weight", kv, d),
                new Slot.Optional(attention + "k_proj.bias", c.attentionBias(), kv),
                new Slot.Weight(attention + "v_proj.weight", kv, d),
                new Slot.Optional(attention + "v_proj.bias", c.attentionBias(), kv),
                new Slot.Weight(attention + "o_proj.weight", d, q),
                new Slot.Optional(attention + "o_proj.bias", c.attentionBias(), d),
                new Slot.Weight(block + "post_attention_layernorm.weight", d),
                new Slot.Weight(mlp + "gate_proj.weight", c.ffn(), d),
                new Slot.Optional(mlp + "gate_proj.bias", c.mlpBias(), c.ffn()),
                new Slot.Weight(mlp + "up_proj.weight", c.ffn(), d),
                new Slot.Optional(mlp + "up_proj.bias", c.mlpBias(), c.ffn()),
                new Slot.Weight(mlp + "down_proj.weight", d, c.ffn()),
                new Slot.Optional(mlp + "down_proj.bias", c.mlpBias(), d),
                new Slot.Whole(c.headDim()),
                new Slot.Real(c.normEps()));
    }

    @Override
    public List<Slot> head(ModelConfig c) {
        String head = c.tied() ? EMBEDDING : "lm_head.weight";
        return List.of(
                new Slot.Weight("model.norm.weight", c.dModel()),
                new Slot.Weight(head, c.vocabulary(), c.dModel()),
                new Slot.Real(c.normEps()));
    }
}
