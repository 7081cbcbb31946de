package org.vectorscope.checkpoint.family;

import java.util.Set;

/** Mistral 7B and Nemo: Llama with a window, and heads whose width is free. */
final class Mistral implements Family {
    @Override
    public Set<String> names() {
        return Set.of("mistral");
    }

    @Override
    public Set<String> ggufNames() {
        return Set.of();
    }

    private static final int USUAL_WINDOW = 4096;

    @Override
    public Architecture read(Settings s) {
        Sizes sizes = Sizes.read(s);
        return new GatedBlocks(s, "mistral", sizes, 10_000)
                .attention(Windows.everywhere(sizes, Windows.size(s, USUAL_WINDOW)))
                .untiedUnlessSaid()
                .build();
    }
}
