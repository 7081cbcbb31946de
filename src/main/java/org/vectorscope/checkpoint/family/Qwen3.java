package org.vectorscope.checkpoint.family;

import java.util.Set;

/** Qwen 3: each head of queries and keys is normed before it is turned. */
final class Qwen3 implements Family {
    @Override
    public Set<String> names() {
        return Set.of("qwen3");
    }

    @Override
    public Set<String> ggufNames() {
        return Set.of("qwen3");
    }

    private static final int USUAL_HEAD_DIM = 128;

    @Override
    public Architecture read(Settings s) {
        Sizes sizes = Sizes.read(s);
        if (s.absent("head_dim", "attention.key_length")) {
            sizes = sizes.withHeadDim(USUAL_HEAD_DIM);
        }
        boolean bias = s.flag("attention_bias", "", s.has("", "blk.0.attn_q.bias"));
        return new GatedBlocks(s, "qwen3", sizes, 10_000)
                .inBias(bias)
                .outBias(s.flag("attention_bias", "", s.has("", "blk.0.attn_output.bias")))
                .headNorms()
                .attention(Qwen2.attention(s, sizes))
                .untiedUnlessSaid()
                .build();
    }
}
