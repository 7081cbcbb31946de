package org.vectorscope.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A result.
 *
 * @param result its numbers and words
 * @param arrays what is too long for JSON, by name ({@code resid_post.15}); kept as little-endian float32
 */
public record Content(JsonNode result, Map<String, float[]> arrays) {
    public Content {
        arrays = new LinkedHashMap<>(arrays);
        if (arrays.containsKey(Chunks.RESULT)) {
            throw new IllegalArgumentException("an array may not be called " + Chunks.RESULT);
        }
    }

    public Content(JsonNode result) {
        this(result, Map.of());
    }
}
