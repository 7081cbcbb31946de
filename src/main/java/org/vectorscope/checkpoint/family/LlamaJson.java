package org.vectorscope.checkpoint.family;

import org.vectorscope.checkpoint.ModelConfig;

/** Llama's {@code config.json}, with the defaults of transformers' LlamaConfig where one is safe to assume. */
final class LlamaJson {
    private LlamaJson() {}

    static ModelConfig read(ConfigJson config) {
        int dModel = config.count("hidden_size", Bounds.WIDTH);
        int heads = config.count("num_attention_heads", Bounds.HEADS);
        int kvHeads = config.count("num_key_value_heads", Bounds.HEADS, heads);
        requireSilu(config);
        requireUnquantised(config);
        return new ModelConfig(
                "llama",
                config.count("num_hidden_layers", Bounds.LAYERS),
                dModel,
                heads,
                requireDivides(config, kvHeads, heads),
                headDim(config, dModel, heads),
                config.count("intermediate_size", Bounds.WIDTH * 8),
                config.count("vocab_size", Bounds.VOCABULARY),
                config.count("max_position_embeddings", Bounds.CONTEXT, 2048),
                config.positive("rms_norm_eps", 1e-6),
                RopeJson.read(config),
                "silu",
                config.flag("attention_bias", false),
                config.flag("mlp_bias", false),
                tied(config),
                StopIds.read(config.source(), config.root().path("eos_token_id")));
    }

    /** What the weights say goes before what the settings say: some configurations leave the key out. */
    private static boolean tied(ConfigJson config) {
        return !config.has().test("lm_head.weight") && config.flag("tie_word_embeddings", true);
    }

    private static int headDim(ConfigJson config, int dModel, int heads) {
        if (config.absent("head_dim") && dModel % heads != 0) {
            throw config.fault("hidden_size", "is " + dModel + ", no multiple of num_attention_heads " + heads);
        }
        int headDim = config.count("head_dim", Bounds.HEAD_DIM, dModel / heads);
        if (headDim % 2 != 0) {
            throw config.fault("head_dim", "is " + headDim + "; rotary positions need an even number");
        }
        return headDim;
    }

    private static int requireDivides(ConfigJson config, int kvHeads, int heads) {
        if (heads % kvHeads != 0) {
            throw config.fault(
                    "num_key_value_heads", "is " + kvHeads + ", which does not divide num_attention_heads " + heads);
        }
        return kvHeads;
    }

    private static void requireSilu(ConfigJson config) {
        String activation = config.text("hidden_act", "silu");
        if (!activation.equals("silu")) {
            throw config.fault("hidden_act", "is '" + activation + "'; for this family silu is supported");
        }
    }

    private static void requireUnquantised(ConfigJson config) {
        if (config.section("quantization_config").isPresent()) {
            throw config.fault(
                    "quantization_config",
                    "is present: weights quantised in this way are not supported; "
                            + "use the original weights, or GGUF");
        }
    }
}
