package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.vectorscope.checkpoint.ModelConfig.Attention;

/** SmolLM3: every fourth layer has no positions (NoPE), and those may slide. */
final class SmolLm3 implements Family {
    @Override
    public Set<String> names() {
        return Set.of("smollm3");
    }

    @Override
    public Set<String> ggufNames() {
        return Set.of("smollm3");
    }

    private static final int USUAL_INTERVAL = 4;

    @Override
    public Architecture read(Settings s) {
        Sizes sizes = Sizes.read(s);
        return new GatedBlocks(s, "smollm3", sizes, 2_000_000)
                .inBias(s.flag("attention_bias", "", s.has("", "blk.0.attn_q.bias")))
                .outBias(s.flag("attention_bias", "", s.has("", "blk.0.attn_output.bias")))
                .mlpBias(s.flag("mlp_bias", "", s.has("", "blk.0.ffn_gate.bias")))
                .attention(attention(s, sizes))
                .interleavedInGguf()
                .build();
    }

    private static List<Attention> attention(Settings s, Sizes sizes) {
        List<Boolean> turned = turned(s, sizes);
        boolean used = s.flag("use_sliding_window", "", false);
        int window = used ? Windows.size(s) : Attention.ALL;
        List<Boolean> slides = Windows.sliding(s, sizes, layer -> window != Attention.ALL && !turned.get(layer));
        return IntStream.range(0, sizes.layers())
                .mapToObj(layer -> new Attention(
                        turned.get(layer) ? 0 : Attention.UNTURNED, slides.get(layer) ? window : Attention.ALL))
                .toList();
    }

    private static List<Boolean> turned(Settings s, Sizes sizes) {
        List<Boolean> said = s instanceof ConfigJson json ? json.bits("no_rope_layers") : List.of();
        if (said.isEmpty()) {
            int interval = s.count("no_rope_layer_interval", "", Bounds.LAYERS, USUAL_INTERVAL);
            return IntStream.range(0, sizes.layers())
                    .mapToObj(layer -> (layer + 1) % interval != 0)
                    .toList();
        }
        if (said.size() < sizes.layers()) {
            throw s.fault("no_rope_layers", "", "names " + said.size() + " layers; there are " + sizes.layers());
        }
        return said;
    }
}
