package org.vectorscope.vector;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vectorscope.file.BadInput;

/**
 * A vector for each of some layers. Layer L is {@code resid_post.L}, from 0.
 *
 * @param byLayer layer → [d], one width, finite numbers; at least one
 * @param model the model's name, or what a file that says less says of it
 * @param recipe how they were made; empty for a file that does not say
 */
public record SteeringVectors(SortedMap<Integer, float[]> byLayer, String model, Optional<Recipe> recipe) {
    /** Where vectors are read and added; the only convention of this program. */
    public static final String LAYER_CONVENTION = "resid_post";

    /**
     * @param fingerprint of the model's checkpoint
     * @param readToken counted from the end of each text, −1 is the last
     * @param pairsSha256 of the contrast set's content
     * @param n pairs
     */
    public record Recipe(String fingerprint, ExtractionMethod method, int readToken, String pairsSha256, int n) {}

    public SteeringVectors {
        if (byLayer.isEmpty()) {
            throw new IllegalArgumentException("no vector");
        }
        byLayer = Collections.unmodifiableSortedMap(new TreeMap<>(byLayer));
    }

    public SortedSet<Integer> layers() {
        return new TreeSet<>(byLayer.keySet());
    }

    /** {@code 15}, {@code 1–29}, or {@code 3, 7, 12}. */
    public String layerWords() {
        int first = byLayer.firstKey();
        int last = byLayer.lastKey();
        if (byLayer.size() > 2 && byLayer.size() == last - first + 1) {
            return first + "–" + last;
        }
        return byLayer.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Width. */
    public int d() {
        return at(byLayer.firstKey()).length;
    }

    /** @throws BadInput naming the option if there is no vector for this layer */
    public float[] at(int layer) {
        float[] vector = byLayer.get(layer);
        if (vector == null) {
            throw new BadInput("--layer", "there is no vector for layer " + layer + "; " + range());
        }
        return vector;
    }

    /** @throws BadInput naming {@code source} if these vectors cannot be added to a model this wide and deep */
    public SteeringVectors checkedFor(String source, int dModel, int blocks) {
        if (d() != dModel) {
            throw new BadInput(source, "its vectors are " + d() + " wide, the model's residual stream is " + dModel);
        }
        if (byLayer.lastKey() >= blocks) {
            throw new BadInput(
                    source, "has a vector for layer " + byLayer.lastKey() + ", the model's last is " + (blocks - 1));
        }
        return this;
    }

    private String range() {
        return byLayer.size() == 1
                ? "there is one for " + byLayer.firstKey()
                : "there are " + byLayer.size() + " for " + byLayer.firstKey() + " to " + byLayer.lastKey();
    }
}
