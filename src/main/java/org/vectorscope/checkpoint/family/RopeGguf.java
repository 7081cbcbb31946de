package org.vectorscope.checkpoint.family;

import java.util.ArrayList;
import java.util.List;
import org.vectorscope.checkpoint.ModelConfig.Divisors;
import org.vectorscope.checkpoint.ModelConfig.Linear;
import org.vectorscope.checkpoint.ModelConfig.LongRope;
import org.vectorscope.checkpoint.ModelConfig.NoScaling;
import org.vectorscope.checkpoint.ModelConfig.Rope;
import org.vectorscope.checkpoint.ModelConfig.Scaling;
import org.vectorscope.checkpoint.ModelConfig.Yarn;
import org.vectorscope.checkpoint.container.StoredTensor;

/** Rotary positions as a GGUF file tells them, in metadata and in tensors of divisors. */
final class RopeGguf {
    private static final String DIVISORS = "rope_freqs.weight";
    private static final String LONG = "rope_factors_long.weight";
    private static final String SHORT = "rope_factors_short.weight";

    private final GgufConfig config;
    private final Sizes sizes;

    private RopeGguf(GgufConfig config, Sizes sizes) {
        this.config = config;
        this.sizes = sizes;
    }

    static Rope read(GgufConfig config, Sizes sizes, double theta) {
        int width = config.count("rope.dimension_count", Bounds.HEAD_DIM, sizes.headDim());
        if (width > sizes.headDim() || width % 2 != 0) {
            throw config.fault(
                    "rope.dimension_count", "is " + width + ", no even part of a head of " + sizes.headDim());
        }
        return new Rope(config.positive("rope.freq_base", theta), width, new RopeGguf(config, sizes).scaling(width));
    }

    private Scaling scaling(int width) {
        if (config.has(LONG) && config.has(SHORT)) {
            return longRope(width);
        }
        if (config.has(DIVISORS)) {
            return new Divisors(numbers(DIVISORS, width));
        }
        String kind = config.text("rope.scaling.type", "none");
        double factor = config.positive("rope.scaling.factor", config.positive("rope.scale_linear", 1));
        return switch (kind) {
            case "linear" -> new Linear(factor);
            case "none" -> factor == 1 ? new NoScaling() : new Linear(factor);
            case "yarn" -> yarn(factor);
            default ->
                throw config.fault(
                        "rope.scaling.type",
                        "'" + kind + "' is not supported; supported: none, linear, yarn, longrope");
        };
    }

    private Yarn yarn(double factor) {
        return new Yarn(
                factor,
                config.positive("rope.scaling.yarn_beta_fast", 32),
                config.positive("rope.scaling.yarn_beta_slow", 1),
                original(),
                config.positive("rope.scaling.attn_factor", 1) * Yarns.mscale(factor, 1),
                true);
    }

    private LongRope longRope(int width) {
        int original = original();
        double stretch = (double) sizes.contextLength() / original;
        double usual = stretch <= 1 ? 1 : Math.sqrt(1 + Math.log(stretch) / Math.log(original));
        return new LongRope(
                numbers(SHORT, width),
                numbers(LONG, width),
                original,
                config.positive("rope.scaling.attn_factor", usual));
    }

    private int original() {
        return Math.max(2, config.count("rope.scaling.original_context_length", Bounds.CONTEXT, sizes.contextLength()));
    }

    private List<Float> numbers(String tensor, int width) {
        StoredTensor stored = config.tensor(tensor);
        if (stored.elements() != width / 2) {
            throw stored.fault("has " + stored.elements() + " numbers; half of what is turned is " + width / 2);
        }
        List<Float> values = new ArrayList<>();
        for (float value : stored.floats()) {
            if (!Float.isFinite(value) || value <= 0) {
                throw stored.fault("holds " + value + ", by which no frequency can be divided");
            }
            values.add(value);
        }
        return List.copyOf(values);
    }
}
