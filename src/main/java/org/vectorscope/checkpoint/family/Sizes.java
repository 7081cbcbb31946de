package org.vectorscope.checkpoint.family;

/** The sizes that every family has. */
record Sizes(
        int layers,
        int dModel,
        int heads,
        int kvHeads,
        int headDim,
        int ffn,
        int vocabulary,
        int contextLength,
        double normEps) {

    /** Under the names most families use. */
    static Sizes read(Settings s) {
        int dModel = s.count("hidden_size", "embedding_length", Bounds.WIDTH);
        int heads = s.count("num_attention_heads", "attention.head_count", Bounds.HEADS);
        int kvHeads = s.count("num_key_value_heads", "attention.head_count_kv", Bounds.HEADS, heads);
        if (heads % kvHeads != 0) {
            throw s.fault(
                    "num_key_value_heads",
                    "attention.head_count_kv",
                    "is " + kvHeads + ", which does not divide " + heads + " heads");
        }
        return new Sizes(
                s.count("num_hidden_layers", "block_count", Bounds.LAYERS),
                dModel,
                heads,
                kvHeads,
                headDim(s, dModel, heads),
                s.count("intermediate_size", "feed_forward_length", Bounds.WIDTH * 8),
                s.vocabulary(),
                s.count("max_position_embeddings", "context_length", Bounds.CONTEXT, 2048),
                s.positive("rms_norm_eps", "attention.layer_norm_rms_epsilon", 1e-6));
    }

    private static int headDim(Settings s, int dModel, int heads) {
        if (s.absent("head_dim", "attention.key_length") && dModel % heads != 0) {
            throw s.fault("hidden_size", "embedding_length", "is " + dModel + ", no multiple of " + heads + " heads");
        }
        int headDim = s.count("head_dim", "attention.key_length", Bounds.HEAD_DIM, Math.max(1, dModel / heads));
        if (s.count("", "attention.value_length", Bounds.HEAD_DIM, headDim) != headDim) {
            throw s.fault(
                    "head_dim", "attention.value_length", "differs from attention.key_length, which is not supported");
        }
        return requireEven(s, headDim);
    }

    static int requireEven(Settings s, int headDim) {
        if (headDim % 2 != 0) {
            throw s.fault(
                    "head_dim", "attention.key_length", "is " + headDim + "; rotary positions need an even number");
        }
        return headDim;
    }

    Sizes withHeadDim(int other) {
        return new Sizes(layers, dModel, heads, kvHeads, other, ffn, vocabulary, contextLength, normEps);
    }
}
