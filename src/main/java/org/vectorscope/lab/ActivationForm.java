package org.vectorscope.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.vectorscope.file.Json;
import org.vectorscope.store.Content;
import org.vectorscope.store.Entry;
import org.vectorscope.vector.PairActivations;

/** Activations in the store: one array per layer, rows one after the other. */
final class ActivationForm implements Cache.Form<PairActivations> {
    @Override
    public Content write(PairActivations activations) {
        int d = activations.d();
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (int layer : activations.layers()) {
            arrays.put("resid_post." + layer, flat(activations.rows(layer), d));
        }
        return new Content(
                Json.mapper()
                        .createObjectNode()
                        .put("d", d)
                        .set("layers", Json.mapper().valueToTree(activations.layers())),
                arrays);
    }

    @Override
    public PairActivations read(Entry entry, Function<String, float[]> arrays) {
        int d = entry.result().get("d").intValue();
        TreeMap<Integer, List<float[]>> byLayer = new TreeMap<>();
        entry.result().get("layers").forEach(layer -> {
            byLayer.put(layer.intValue(), rows(arrays.apply("resid_post." + layer.intValue()), d));
        });
        return new PairActivations(byLayer);
    }

    static float[] flat(List<float[]> rows, int d) {
        float[] flat = new float[rows.size() * d];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), 0, flat, i * d, d);
        }
        return flat;
    }

    static List<float[]> rows(float[] flat, int d) {
        List<float[]> rows = new ArrayList<>(flat.length / d);
        for (int start = 0; start < flat.length; start += d) {
            rows.add(Arrays.copyOfRange(flat, start, start + d));
        }
        return rows;
    }
}
