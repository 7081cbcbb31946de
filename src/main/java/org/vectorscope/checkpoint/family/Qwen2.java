package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.Set;
import org.vectorscope.checkpoint.ModelConfig.Attention;

/** Qwen 2 and 2.5: biases on queries, keys and values; upper layers may slide. */
final class Qwen2 implements Family {
    @Override
    public Set<String> names() {
        return Set.of("qwen2");
    }

    @Override
    public Set<String> ggufNames() {
        return Set.of("qwen2");
    }

    private static final int USUAL_WINDOW = 4096;
    private static final int USUAL_FULL_LAYERS = 28;

    @Override
    public Architecture read(Settings s) {
        Sizes sizes = Sizes.read(s);
        return new GatedBlocks(s, "qwen2", sizes, 10_000)
                .inBias(true)
                .attention(attention(s, sizes))
                .untiedUnlessSaid()
                .build();
    }

    /** From layer {@code max_window_layers} on, where {@code use_sliding_window} says so. */
    static List<Attention> attention(Settings s, Sizes sizes) {
        boolean used = s.flag("use_sliding_window", "", false);
        int window = used ? Windows.size(s, USUAL_WINDOW) : Attention.ALL;
        int full = window == Attention.ALL ? 0 : firstSliding(s);
        return Windows.sliding(s, sizes, layer -> window != Attention.ALL && layer >= full).stream()
                .map(slides -> new Attention(0, slides ? window : Attention.ALL))
                .toList();
    }

    private static int firstSliding(Settings s) {
        return s instanceof ConfigJson json ? json.whole("max_window_layers", USUAL_FULL_LAYERS) : USUAL_FULL_LAYERS;
    }
}
