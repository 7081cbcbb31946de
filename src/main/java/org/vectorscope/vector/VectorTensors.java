package org.vectorscope.vector;

import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vectorscope.checkpoint.container.StoredTensor;
import org.vectorscope.file.BadInput;

/** Takes the vectors out of a container's tensors, believing nothing. */
final class VectorTensors {
    private static final int DEEPEST = 10_000;

    private VectorTensors() {}

    /**
     * @param prefix before the layer's number, {@code vector.}; tensors of other names are passed over
     * @return layer → [d]
     */
    static SortedMap<Integer, float[]> read(Path file, Map<String, StoredTensor> tensors, String prefix) {
        SortedMap<Integer, float[]> byLayer = new TreeMap<>();
        for (Map.Entry<String, StoredTensor> entry : tensors.entrySet()) {
            if (entry.getKey().startsWith(prefix)) {
                int layer = layer(file, entry.getKey(), prefix);
                if (byLayer.put(layer, vector(file, entry.getKey(), entry.getValue())) != null) {
                    throw new BadInput(file, "has two vectors for layer " + layer);
                }
            }
        }
        if (byLayer.isEmpty()) {
            throw new BadInput(file, "has no tensor named '" + prefix + "L', so no vectors");
        }
        int d = byLayer.values().iterator().next().length;
        byLayer.forEach((layer, vector) -> {
            if (vector.length != d) {
                throw new BadInput(
                        file,
                        "its vector for layer " + layer + " is " + vector.length + " wide, the one for layer "
                                + byLayer.firstKey() + " is " + d);
            }
        });
        return byLayer;
    }

    private static int layer(Path file, String name, String prefix) {
        String digits = name.substring(prefix.length());
        if (!digits.matches("\\d{1,5}") || Integer.parseInt(digits) > DEEPEST) {
            throw new BadInput(file, "tensor '" + name + "' names no layer");
        }
        return Integer.parseInt(digits);
    }

    private static float[] vector(Path file, String name, StoredTensor tensor) {
        if (tensor.shape().size() != 1 || tensor.elements() == 0) {
            throw new BadInput(file, "tensor '" + name + "' has shape " + tensor.shape() + ", not that of a vector");
        }
        float[] vector = tensor.floats();
        for (int i = 0; i < vector.length; i++) {
            if (!Float.isFinite(vector[i])) {
                throw new BadInput(file, "tensor '" + name + "' has " + vector[i] + " at index " + i);
            }
        }
        return vector;
    }
}
