package org.vectorscope.checkpoint.family;

import java.util.Set;

/** Phi-3, 3.5 and 4-mini: queries, keys and values in one tensor, LongRoPE, part of each head turned. */
final class Phi3 implements Family {
    @Override
    public Set<String> names() {
        return Set.of("phi3");
    }

    @Override
    public Set<String> ggufNames() {
        return Set.of("phi3");
    }

    @Override
    public Architecture read(Settings s) {
        Sizes sizes = Sizes.read(s);
        return new GatedBlocks(s, "phi3", sizes, 10_000)
                .fused()
                .attention(Windows.everywhere(sizes, Windows.size(s)))
                .untiedUnlessSaid()
                .build();
    }
}
