package org.vectorscope.checkpoint.family;

import org.vectorscope.checkpoint.ModelConfig.Rope;

/** Rotary positions from whichever file tells them. */
final class Ropes {
    private Ropes() {}

    static Rope read(Settings settings, Sizes sizes, double theta) {
        return read(settings, sizes, theta, 1);
    }

    /** @param turned the share of a head that is turned, where the file says none */
    static Rope read(Settings settings, Sizes sizes, double theta, double turned) {
        return switch (settings) {
            case ConfigJson json -> RopeJson.read(json, sizes, theta, turned);
            case GgufConfig gguf -> RopeGguf.read(gguf, sizes, theta);
        };
    }
}
