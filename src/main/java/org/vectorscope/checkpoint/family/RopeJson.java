package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.Optional;
import org.vectorscope.checkpoint.ModelConfig.Dynamic;
import org.vectorscope.checkpoint.ModelConfig.Linear;
import org.vectorscope.checkpoint.ModelConfig.Llama3;
import org.vectorscope.checkpoint.ModelConfig.LongRope;
import org.vectorscope.checkpoint.ModelConfig.NoScaling;
import org.vectorscope.checkpoint.ModelConfig.Rope;
import org.vectorscope.checkpoint.ModelConfig.Scaling;
import org.vectorscope.checkpoint.ModelConfig.Yarn;

/**
 * Rotary positions in both spellings: {@code rope_theta} beside {@code rope_scaling} (whose kind is {@code rope_type},
 * once {@code type}), and since transformers 5 all of it inside {@code rope_parameters}.
 */
final class RopeJson {
    private static final String ORIGINAL = "original_max_position_embeddings";

    private final ConfigJson config;
    private final Sizes sizes;

    private RopeJson(ConfigJson config, Sizes sizes) {
        this.config = config;
        this.sizes = sizes;
    }

    /**
     * @param theta the family's base, where the file says none
     * @param turned the share of a head that is turned, where the file says none
     */
    static Rope read(ConfigJson config, Sizes sizes, double theta, double turned) {
        Optional<ConfigJson> section = config.section("rope_parameters").or(() -> config.section("rope_scaling"));
        double outerTheta = config.positive("rope_theta|rotary_emb_base", "", theta);
        double outerTurned = config.positive("partial_rotary_factor|rotary_pct", "", turned);
        return new RopeJson(config, sizes).read(section, outerTheta, outerTurned);
    }

    /** A section of its own per kind of layer, in {@code rope_parameters}. */
    static Rope read(ConfigJson config, Sizes sizes, Optional<ConfigJson> section, double theta) {
        return new RopeJson(config, sizes).read(section, theta, 1);
    }

    private Rope read(Optional<ConfigJson> section, double outerTheta, double outerTurned) {
        double theta = section.map(s -> s.positive("rope_theta", outerTheta)).orElse(outerTheta);
        double turned = section.map(s -> s.positive("partial_rotary_factor", outerTurned))
                .orElse(outerTurned);
        if (turned > 1) {
            throw config.fault("partial_rotary_factor", "is " + turned + ", more than the whole head");
        }
        int width = (int) (sizes.headDim() * turned);
        if (width < 2 || width % 2 != 0) {
            throw config.fault("partial_rotary_factor", "turns " + width + " numbers of a head, not an even number");
        }
        return new Rope(theta, width, section.map(s -> scaling(s, width)).orElseGet(NoScaling::new));
    }

    private Scaling scaling(ConfigJson rope, int width) {
        String kind = rope.text("rope_type", rope.text("type", "default"));
        return switch (kind) {
            case "default" -> new NoScaling();
            case "linear" -> new Linear(rope.positive("factor"));
            case "dynamic" -> new Dynamic(rope.positive("factor"), sizes.contextLength());
            case "llama3" -> llama3(rope);
            case "yarn" -> rope.absent("long_factor") ? yarn(rope) : longRope(rope, width);
            case "longrope", "su" -> longRope(rope, width);
            default ->
                throw rope.fault(
                        "rope_type",
                        "'" + kind + "' is not supported; supported: default, linear, dynamic, llama3, yarn, longrope");
        };
    }

    private Llama3 llama3(ConfigJson rope) {
        double low = rope.positive("low_freq_factor");
        double high = rope.positive("high_freq_factor");
        if (low >= high) {
            throw rope.fault("low_freq_factor", "is " + low + ", not below high_freq_factor " + high);
        }
        return new Llama3(rope.positive("factor"), low, high, original(rope));
    }

    private Yarn yarn(ConfigJson rope) {
        int original = original(rope);
        double factor = rope.positive("factor", (double) sizes.contextLength() / original);
        double inferred = rope.absent("mscale") || rope.absent("mscale_all_dim")
                ? Yarns.mscale(factor, 1)
                : Yarns.mscale(factor, rope.positive("mscale")) / Yarns.mscale(factor, rope.positive("mscale_all_dim"));
        return new Yarn(
                factor,
                rope.positive("beta_fast", 32),
                rope.positive("beta_slow", 1),
                original,
                rope.positive("attention_factor", inferred),
                rope.flag("truncate", true));
    }

    private LongRope longRope(ConfigJson rope, int width) {
        int original = original(rope);
        double factor = rope.positive("factor", (double) sizes.contextLength() / original);
        double inferred = factor <= 1 ? 1 : Math.sqrt(1 + Math.log(factor) / Math.log(original));
        return new LongRope(
                factors(rope, "short_factor", width),
                factors(rope, "long_factor", width),
                original,
                rope.positive("attention_factor", inferred));
    }

    private static List<Float> factors(ConfigJson rope, String key, int width) {
        List<Float> factors = rope.positives(key);
        if (factors.size() != width / 2) {
            throw rope.fault(key, "has " + factors.size() + " numbers; half of what is turned is " + width / 2);
        }
        return factors;
    }

    /** What stands outside goes before what stands in the section, as in transformers. */
    private int original(ConfigJson rope) {
        int inside = rope.count(ORIGINAL, Bounds.CONTEXT, sizes.contextLength());
        return Math.max(2, config.count(ORIGINAL, Bounds.CONTEXT, inside));
    }
}
