package org.vectorscope.checkpoint.family;

import java.util.Optional;
import org.vectorscope.checkpoint.ModelConfig.Linear;
import org.vectorscope.checkpoint.ModelConfig.Llama3;
import org.vectorscope.checkpoint.ModelConfig.NoScaling;
import org.vectorscope.checkpoint.ModelConfig.Rope;
import org.vectorscope.checkpoint.ModelConfig.Scaling;

/**
 * Rotary positions in both spellings: {@code rope_theta} beside {@code rope_scaling} (whose kind is {@code rope_type},
 * once {@code type}), and since transformers 5 all of it inside {@code rope_parameters}.
 */
final class RopeJson {
    private static final double USUAL_THETA = 10_000;

    private RopeJson() {}

    static Rope read(ConfigJson config) {
        Optional<ConfigJson> section = config.section("rope_parameters").or(() -> config.section("rope_scaling"));
        double outer = config.positive("rope_theta", USUAL_THETA);
        double theta = section.map(inner -> inner.positive("rope_theta", outer)).orElse(outer);
        requireWhole(config);
        section.ifPresent(RopeJson::requireWhole);
        return new Rope(theta, section.map(RopeJson::scaling).orElseGet(NoScaling::new));
    }

    private static void requireWhole(ConfigJson config) {
        if (config.positive("partial_rotary_factor", 1) != 1) {
            throw config.fault("partial_rotary_factor", "other than 1 is not supported");
        }
    }

    private static Scaling scaling(ConfigJson rope) {
        String kind = rope.text("rope_type", rope.text("type", "default"));
        return switch (kind) {
            case "default" -> new NoScaling();
            case "linear" -> new Linear(rope.positive("factor"));
            case "llama3" -> llama3(rope);
            default ->
                throw rope.fault("rope_type", "'" + kind + "' is not supported; supported: default, linear, llama3");
        };
    }

    private static Llama3 llama3(ConfigJson rope) {
        double low = rope.positive("low_freq_factor");
        double high = rope.positive("high_freq_factor");
        if (low >= high) {
            throw rope.fault("low_freq_factor", "is " + low + ", not below high_freq_factor " + high);
        }
        int original = rope.count("original_max_position_embeddings", Bounds.CONTEXT);
        return new Llama3(rope.positive("factor"), low, high, original);
    }
}
