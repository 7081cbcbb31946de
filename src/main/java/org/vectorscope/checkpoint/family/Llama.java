package org.vectorscope.checkpoint.family;

import java.util.ArrayList;
import java.util.List;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.checkpoint.container.RowOrder;

/** Llama 2 and 3, SmolLM, SmolLM2, TinyLlama: RMSNorm before attention and before a gated MLP, rotary positions. */
final class Llama implements Family {
    @Override
    public String name() {
        return "llama";
    }

    @Override
    public ModelConfig read(ConfigJson config) {
        return LlamaJson.read(config);
    }

    @Override
    public ModelConfig read(GgufConfig config) {
        return LlamaGguf.read(config);
    }

    @Override
    public List<TensorSpec> tensors(ModelConfig config) {
        long d = config.dModel();
        long vocabulary = config.vocabulary();
        List<TensorSpec> specs = new ArrayList<>();
        specs.add(TensorSpec.of("model.embed_tokens.weight", "token_embd.weight", vocabulary, d));
        for (int layer = 0; layer < config.layers(); layer++) {
            block(config, "model.layers." + layer + ".", "blk." + layer + ".", specs);
        }
        specs.add(TensorSpec.of("model.norm.weight", "output_norm.weight", d));
        if (!config.tied()) {
            specs.add(TensorSpec.of("lm_head.weight", "output.weight", vocabulary, d));
        }
        return specs;
    }

    private static void block(ModelConfig c, String name, String gguf, List<TensorSpec> specs) {
        long d = c.dModel();
        long q = (long) c.heads() * c.headDim();
        long kv = (long) c.kvHeads() * c.headDim();
        RowOrder queries = RowOrder.deinterleaved(c.heads());
        RowOrder keys = RowOrder.deinterleaved(c.kvHeads());
        boolean attention = c.attentionBias();
        boolean mlp = c.mlpBias();
        specs.add(TensorSpec.of(name + "input_layernorm.weight", gguf + "attn_norm.weight", d));
        linear(specs, name + "self_attn.q_proj", gguf + "attn_q", q, d, attention, queries);
        linear(specs, name + "self_attn.k_proj", gguf + "attn_k", kv, d, attention, keys);
        linear(specs, name + "self_attn.v_proj", gguf + "attn_v", kv, d, attention, RowOrder.AS_STORED);
        linear(specs, name + "self_attn.o_proj", gguf + "attn_output", d, q, attention, RowOrder.AS_STORED);
        specs.add(TensorSpec.of(name + "post_attention_layernorm.weight", gguf + "ffn_norm.weight", d));
        linear(specs, name + "mlp.gate_proj", gguf + "ffn_gate", c.ffn(), d, mlp, RowOrder.AS_STORED);
        linear(specs, name + "mlp.up_proj", gguf + "ffn_up", c.ffn(), d, mlp, RowOrder.AS_STORED);
        linear(specs, name + "mlp.down_proj", gguf + "ffn_down", d, c.ffn(), mlp, RowOrder.AS_STORED);
    }

    private static void linear(
            List<TensorSpec> specs, String name, String gguf, long out, long in, boolean bias, RowOrder rows) {
        specs.add(TensorSpec.of(name + ".weight", gguf + ".weight", out, in).rows(rows));
        if (bias) {
            specs.add(TensorSpec.of(name + ".bias", gguf + ".bias", out).rows(rows));
        }
    }
}
