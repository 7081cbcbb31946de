package org.vectorscope.checkpoint.family;

import java.util.ArrayList;
import java.util.List;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.checkpoint.ModelConfig.Divisors;
import org.vectorscope.checkpoint.ModelConfig.Linear;
import org.vectorscope.checkpoint.ModelConfig.NoScaling;
import org.vectorscope.checkpoint.ModelConfig.Rope;
import org.vectorscope.checkpoint.ModelConfig.Scaling;
import org.vectorscope.checkpoint.container.StoredTensor;

/** Llama's settings in a GGUF file; what the metadata does not say is read off the tensors. */
final class LlamaGguf {
    private static final String ROPE_FREQS = "rope_freqs.weight";

    private LlamaGguf() {}

    static ModelConfig read(GgufConfig config) {
        int dModel = config.count("embedding_length", Bounds.WIDTH);
        int heads = config.count("attention.head_count", Bounds.HEADS);
        int kvHeads = config.count("attention.head_count_kv", Bounds.HEADS, heads);
        if (heads % kvHeads != 0) {
            throw config.fault(
                    "attention.head_count_kv", "is " + kvHeads + ", which does not divide " + heads + " heads");
        }
        int headDim = headDim(config, dModel, heads);
        requireDense(config);
        return new ModelConfig(
                "llama",
                config.count("block_count", Bounds.LAYERS),
                dModel,
                heads,
                kvHeads,
                headDim,
                config.count("feed_forward_length", Bounds.WIDTH * 8),
                vocabulary(config),
                config.count("context_length", Bounds.CONTEXT),
                config.positive("attention.layer_norm_rms_epsilon", 1e-6),
                new Rope(config.positive("rope.freq_base", 10_000), scaling(config, headDim)),
                "silu",
                config.has("blk.0.attn_q.bias"),
                config.has("blk.0.ffn_gate.bias"),
                !config.has("output.weight"),
                config.stopIds());
    }

    private static int headDim(GgufConfig config, int dModel, int heads) {
        if (config.absent("attention.key_length") && dModel % heads != 0) {
            throw config.fault("embedding_length", "is " + dModel + ", no multiple of " + heads + " heads");
        }
        int headDim = config.count("attention.key_length", Bounds.HEAD_DIM, dModel / heads);
        if (config.count("attention.value_length", Bounds.HEAD_DIM, headDim) != headDim) {
            throw config.fault("attention.value_length", "differs from attention.key_length, which is not supported");
        }
        if (headDim % 2 != 0) {
            throw config.fault("attention.key_length", "is " + headDim + "; rotary positions need an even number");
        }
        if (config.count("rope.dimension_count", Bounds.HEAD_DIM, headDim) != headDim) {
            throw config.fault(
                    "rope.dimension_count",
                    "differs from the width of a head (" + headDim + "), which is not supported");
        }
        return headDim;
    }

    private static int vocabulary(GgufConfig config) {
        StoredTensor embedding = config.tensor("token_embd.weight");
        if (embedding.shape().size() != 2 || embedding.shape().getFirst() > Bounds.VOCABULARY) {
            throw embedding.fault("has the shape " + embedding.shape() + ", not [vocabulary, width]");
        }
        return Math.toIntExact(embedding.shape().getFirst());
    }

    private static void requireDense(GgufConfig config) {
        if (config.integer("expert_count").orElse(0) > 1) {
            throw config.fault("expert_count", "is above 1: mixtures of experts are not supported");
        }
    }

    private static Scaling scaling(GgufConfig config, int headDim) {
        if (config.has(ROPE_FREQS)) {
            return divisors(config.tensor(ROPE_FREQS), headDim);
        }
        String kind = config.text("rope.scaling.type", "none");
        double factor = config.positive("rope.scaling.factor", config.positive("rope.scale_linear", 1));
        return switch (kind) {
            case "linear" -> new Linear(factor);
            case "none" -> factor == 1 ? new NoScaling() : new Linear(factor);
            default ->
                throw config.fault("rope.scaling.type", "'" + kind + "' is not supported; supported: none, linear");
        };
    }

    private static Divisors divisors(StoredTensor stored, int headDim) {
        if (stored.elements() != headDim / 2) {
            throw stored.fault("has " + stored.elements() + " numbers; half the width of a head is " + headDim / 2);
        }
        List<Float> values = new ArrayList<>();
        for (float value : stored.floats()) {
            if (!Float.isFinite(value) || value <= 0) {
                throw stored.fault("holds " + value + ", by which no frequency can be divided");
            }
            values.add(value);
        }
        return new Divisors(List.copyOf(values));
    }
}
