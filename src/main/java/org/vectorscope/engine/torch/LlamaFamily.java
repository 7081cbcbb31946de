package org.vectorscope.engine.torch;

import java.util.List;
import java.util.Set;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.engine.torch.Slot.Rows;

/** Llama 2 and 3, SmolLM, TinyLlama, and what else shares their block. */
final class LlamaFamily implements Family {
    private static final Set<String> NAMES = Set.of("llama");
    private static final String EMBEDDING = "model.embed_tokens";

    @Override
    public boolean knows(ModelConfig config) {
        return NAMES.contains(config.family()) && config.activation().equals("silu");
    }

    @Override
    public String program() {
        return "llama";
    }

    @Override
    public Slot.Part embedding(ModelConfig c) {
        return new Slot.Part(EMBEDDING + ".weight", c.vocabulary(), c.dModel());
    }

    @Override
    public Slot.Part headTable(ModelConfig c) {
        return new Slot.Part((c.tied() ? EMBEDDING : "lm_head") + ".weight", c.vocabulary(), c.dModel());
    }

    @Override
    public List<Slot> block(ModelConfig c, int layer) {
        String block = "model.layers." + layer + ".";
        int d = c.dModel();
        int attention = c.heads() * c.headDim();
        int kv = c.kvHeads() * c.headDim();
        Rows q = new Rows(block + "self_attn.q_proj", attention);
        Rows k = new Rows(block + "self_attn.k_proj", kv);
        Rows v = new Rows(block + "self_attn.v_proj", kv);
        Rows o = new Rows(block + "self_attn.o_proj", d);
        Rows gate = new Rows(block + "mlp.gate_proj", c.ffn());
        Rows up = new Rows(block + "mlp.up_proj", c.ffn());
        Rows down = new Rows(block + "mlp.down_proj", d);
        return List.of(
                Slot.dense(block + "input_layernorm.weight", d),
                Slot.linear(d, q, k, v),
                Slot.bias(c.attentionBias(), q, k, v),
                Slot.linear(attention, o),
                Slot.bias(c.attentionBias(), o),
                Slot.dense(block + "post_attention_layernorm.weight", d),
                Slot.linear(d, gate, up),
                Slot.bias(c.mlpBias(), gate, up),
                Slot.linear(c.ffn(), down),
                Slot.bias(c.mlpBias(), down),
                new Slot.Whole(c.heads()),
                new Slot.Whole(c.ffn()),
                new Slot.Real(c.normEps()));
    }

    @Override
    public List<Slot> head(ModelConfig c) {
        Rows head = new Rows(c.tied() ? EMBEDDING : "lm_head", c.vocabulary());
        return List.of(
                Slot.dense("model.norm.weight", c.dModel()), Slot.linear(c.dModel(), head), new Slot.Real(c.normEps()));
    }
}
