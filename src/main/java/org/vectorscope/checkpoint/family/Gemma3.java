package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vectorscope.checkpoint.ModelConfig.Attention;
import org.vectorscope.checkpoint.ModelConfig.NoScaling;
import org.vectorscope.checkpoint.ModelConfig.Rope;

/** Gemma 3, its text part alone or inside a multimodal checkpoint: five of six layers slide and turn with a base of their own. */
final class Gemma3 implements Family {
    @Override
    public Set<String> names() {
        return Set.of("gemma3_text", "gemma3");
    }

    @Override
    public Set<String> ggufNames() {
        return Set.of("gemma3");
    }

    private static final int USUAL_WINDOW = 4096;
    private static final int USUAL_HEAD_DIM = 256;
    private static final int USUAL_PATTERN = 6;
    private static final double GLOBAL_THETA = 1_000_000;
    private static final double LOCAL_THETA = 10_000;

    @Override
    public Architecture read(Settings settings) {
        Settings s = settings instanceof ConfigJson json
                ? json.section("text_config").orElse(json)
                : settings;
        Sizes read = Sizes.read(s);
        Sizes sizes = s.absent("head_dim", "attention.key_length") ? read.withHeadDim(USUAL_HEAD_DIM) : read;
        int window = Windows.size(s, USUAL_WINDOW);
        int pattern = s.count("sliding_window_pattern", "", Bounds.LAYERS, USUAL_PATTERN);
        List<Attention> attention = Windows.sliding(s, sizes, layer -> (layer + 1) % pattern != 0).stream()
                .map(slides -> slides ? new Attention(1, window) : new Attention(0, Attention.ALL))
                .toList();
        return new Gemma(s, "gemma3_text", sizes, ropes(s, sizes), attention, true, 0, cap(s)).build();
    }

    private static double cap(Settings s) {
        return s instanceof ConfigJson json ? json.positive("final_logit_softcapping", 0) : 0;
    }

    /** The whole text's, then the windows'. */
    private static List<Rope> ropes(Settings s, Sizes sizes) {
        return switch (s) {
            case GgufConfig gguf ->
                List.of(
                        Ropes.read(gguf, sizes, GLOBAL_THETA),
                        new Rope(
                                gguf.positive("rope.local_freq_base", gguf.positive("rope.freq_base_swa", LOCAL_THETA)),
                                sizes.headDim(),
                                new NoScaling()));
            case ConfigJson json -> {
                Optional<ConfigJson> nested = json.section("rope_parameters");
                Optional<ConfigJson> global =
                        nested.flatMap(r -> r.section("full_attention")).or(() -> json.section("rope_scaling"));
                Optional<ConfigJson> local = nested.flatMap(r -> r.section("sliding_attention"));
                yield List.of(
                        RopeJson.read(json, sizes, global, json.positive("rope_theta", GLOBAL_THETA)),
                        RopeJson.read(json, sizes, local, json.positive("rope_local_base_freq", LOCAL_THETA)));
            }
        };
    }
}
