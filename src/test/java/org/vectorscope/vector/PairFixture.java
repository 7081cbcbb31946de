package org.vectorscope.vector;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.vectorscope.file.Json;

/** Made-up pairs and what numpy, scikit-learn and steering-vectors make of them ({@code vector_fixtures.py}). */
record PairFixture(JsonNode node) {
    static final int LAYER = 7;

    static PairFixture of(String name) {
        try (InputStream in = PairFixture.class.getResourceAsStream("pairs.json")) {
            return new PairFixture(Json.mapper().readTree(in).get(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    PairActivations activations() {
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < node.get("positive").size(); i++) {
            rows.add(floats(node.get("positive").get(i)));
            rows.add(floats(node.get("negative").get(i)));
        }
        TreeMap<Integer, List<float[]>> byLayer = new TreeMap<>();
        byLayer.put(LAYER, rows);
        return new PairActivations(byLayer);
    }

    double[] doubles(String pointer) {
        JsonNode array = node.at(pointer);
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }

    double number(String pointer) {
        return node.at(pointer).asDouble();
    }

    static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).floatValue();
        }
        return values;
    }
}
