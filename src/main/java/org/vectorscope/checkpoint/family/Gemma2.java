package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.Set;
import org.vectorscope.checkpoint.ModelConfig.Attention;

/** Gemma 2: every other layer slides; scores and logits are bent. */
final class Gemma2 implements Family {
    @Override
    public Set<String> names() {
        return Set.of("gemma2");
    }

    @Override
    public Set<String> ggufNames() {
        return Set.of("gemma2");
    }

    private static final int USUAL_WINDOW = 4096;
    private static final int USUAL_HEAD_DIM = 256;

    @Override
    public Architecture read(Settings s) {
        Sizes read = Sizes.read(s);
        Sizes sizes = s.absent("head_dim", "attention.key_length") ? read.withHeadDim(USUAL_HEAD_DIM) : read;
        int window = s.count(
                "sliding_window",
                "attention.sliding_window",
                Bounds.CONTEXT,
                s instanceof ConfigJson json && !json.unsaid("sliding_window") ? Attention.ALL : USUAL_WINDOW);
        List<Attention> attention = Windows.sliding(s, sizes, layer -> layer % 2 == 0).stream()
                .map(slides -> new Attention(0, slides ? window : Attention.ALL))
                .toList();
        return new Gemma(
                        s,
                        "gemma2",
                        sizes,
                        List.of(Ropes.read(s, sizes, 10_000)),
                        attention,
                        false,
                        cap(s, "attn_logit_softcapping", 50),
                        cap(s, "final_logit_softcapping", 30))
                .build();
    }

    /** Null means none; a key that is not there at all means the family's usual one. */
    static double cap(Settings s, String key, double usual) {
        boolean none = s instanceof ConfigJson json && !json.unsaid(key) && json.absent(key);
        return none ? 0 : s.positive(key, key, usual);
    }
}
