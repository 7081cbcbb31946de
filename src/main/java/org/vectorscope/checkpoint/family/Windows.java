package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.vectorscope.checkpoint.ModelConfig.Attention;

/** Which blocks look back over a window only. */
final class Windows {
    private static final String GGUF = "attention.sliding_window";

    private Windows() {}

    /** Every block alike. @param window 0 for none */
    static List<Attention> everywhere(Sizes sizes, int window) {
        return IntStream.range(0, sizes.layers())
                .mapToObj(layer -> new Attention(0, window))
                .toList();
    }

    /**
     * Per layer whether it slides: as {@code layer_types} says, else by the family's own rule.
     *
     * @throws org.vectorscope.file.BadInput for a list of another length or an unknown kind
     */
    static List<Boolean> sliding(Settings settings, Sizes sizes, IntPredicate usual) {
        List<String> kinds = settings instanceof ConfigJson json ? json.texts("layer_types") : List.of();
        if (kinds.isEmpty()) {
            return IntStream.range(0, sizes.layers()).mapToObj(usual::test).toList();
        }
        if (kinds.size() < sizes.layers()) {
            throw settings.fault("layer_types", "", "names " + kinds.size() + " layers; there are " + sizes.layers());
        }
        return kinds.stream()
                .limit(sizes.layers())
                .map(kind -> switch (kind) {
                    case "sliding_attention" -> true;
                    case "full_attention" -> false;
                    default -> throw settings.fault("layer_types", "", "holds '" + kind + "', which is not supported");
                })
                .toList();
    }

    /** Of the setting {@code sliding_window}; 0 where it is absent, null, or (in a GGUF file) 0. */
    static int size(Settings settings) {
        boolean none = settings instanceof GgufConfig gguf && gguf.isZero(GGUF);
        return none ? Attention.ALL : settings.count("sliding_window", GGUF, Bounds.CONTEXT, Attention.ALL);
    }

    /** As {@link #size}, with transformers' default where the key is not there at all; null still means none. */
    static int size(Settings settings, int unsaid) {
        return settings instanceof ConfigJson json && json.unsaid("sliding_window") ? unsaid : size(settings);
    }
}
