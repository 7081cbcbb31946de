package org.vectorscope.engine.torch;

import ai.djl.ndarray.NDArray;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vectorscope.checkpoint.ModelConfig;
import org.vectorscope.checkpoint.ModelConfig.Attention;

/**
 * What blocks need beside the residual stream, for one set of rows.
 *
 * @param angles by index of the rope, {@link Attention#UNTURNED} among them where a block asks for it
 * @param masks by window, 0 for none; additive [b or 1, 1, t, s]
 */
record Surroundings(Map<Integer, Rotary.Angles> angles, Map<Integer, Optional<NDArray>> masks) {
    Rotary.Angles angles(ModelConfig config, int layer) {
        return Objects.requireNonNull(angles.get(config.attention().get(layer).rope()));
    }

    Optional<NDArray> mask(ModelConfig config, int layer) {
        return Objects.requireNonNull(masks.get(config.attention().get(layer).window()));
    }
}
