package org.vectorscope.checkpoint.family;

import java.util.Set;

/** Llama 2 and 3, SmolLM, SmolLM2, TinyLlama, and Mistral where a GGUF file holds it. */
final class Llama implements Family {
    @Override
    public Set<String> names() {
        return Set.of("llama");
    }

    @Override
    public Set<String> ggufNames() {
        return Set.of("llama");
    }

    @Override
    public Architecture read(Settings s) {
        Sizes sizes = Sizes.read(s);
        return new GatedBlocks(s, "llama", sizes, 10_000)
                .inBias(s.flag("attention_bias", "", s.has("", "blk.0.attn_q.bias")))
                .outBias(s.flag("attention_bias", "", s.has("", "blk.0.attn_output.bias")))
                .mlpBias(s.flag("mlp_bias", "", s.has("", "blk.0.ffn_gate.bias")))
                .attention(Windows.everywhere(sizes, s instanceof GgufConfig ? Windows.size(s) : 0))
                .interleavedInGguf()
                .build();
    }
}
