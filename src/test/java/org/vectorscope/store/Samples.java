package org.vectorscope.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.vectorscope.file.Json;

/** Recipes and results for tests. */
final class Samples {
    static final Duration TOOK = Duration.ofMillis(1234);

    private Samples() {}

    static Key key(Kind kind, int seed) {
        ObjectNode recipe = Json.mapper().createObjectNode();
        recipe.put("model", "3f9ce07a").put("pairs", "sentiment").put("seed", seed);
        return new Key(kind, recipe);
    }

    static Summary summary(String title) {
        return new Summary(title, "0–29", 60);
    }

    static Content content(int floats) {
        ObjectNode result = Json.mapper().createObjectNode();
        result.put("recommendedLayer", 15);
        return new Content(result, Map.of("resid_post.15", noise(floats)));
    }

    static float[] noise(int length) {
        Random random = new Random(length);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    static Entry put(Store store, Kind kind, int seed, int floats) {
        return store.put(key(kind, seed), summary("seed " + seed), content(floats), TOOK);
    }
}
