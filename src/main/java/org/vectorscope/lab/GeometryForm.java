package org.vectorscope.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vectorscope.file.Json;
import org.vectorscope.geometry.ActivationGeometry;
import org.vectorscope.geometry.EigenBasis;
import org.vectorscope.geometry.RandomNull;
import org.vectorscope.geometry.Spectrum;
import org.vectorscope.store.Content;
import org.vectorscope.store.Entry;

/** A geometry in the store: its numbers as JSON, the eigenvectors as one array; the random null follows from n and d. */
final class GeometryForm implements Cache.Form<ActivationGeometry> {
    private static final String DIRECTIONS = "directions";

    @Override
    public Content write(ActivationGeometry geometry) {
        Spectrum spectrum = geometry.basis().spectrum();
        ObjectNode numbers = Json.mapper()
                .createObjectNode()
                .put("layer", geometry.layer())
                .put("source", geometry.source().name())
                .put("n", spectrum.n())
                .put("d", spectrum.d());
        numbers.set("activationNorms", Json.mapper().valueToTree(geometry.activationNorms()));
        numbers.set("pairDifferenceNorms", Json.mapper().valueToTree(geometry.pairDifferenceNorms()));
        numbers.set("eigenvalues", Json.mapper().valueToTree(spectrum.eigenvalues()));
        float[] directions = ActivationForm.flat(List.of(geometry.basis().directions()), spectrum.d());
        return new Content(numbers, Map.of(DIRECTIONS, directions));
    }

    @Override
    public ActivationGeometry read(Entry entry, Function<String, float[]> arrays) {
        JsonNode numbers = entry.result();
        int n = numbers.get("n").intValue();
        int d = numbers.get("d").intValue();
        float[][] directions = ActivationForm.rows(arrays.apply(DIRECTIONS), d).toArray(float[][]::new);
        return new ActivationGeometry(
                numbers.get("layer").intValue(),
                ActivationGeometry.Source.valueOf(numbers.get("source").textValue()),
                doubles(numbers.get("activationNorms")),
                doubles(numbers.get("pairDifferenceNorms")),
                new EigenBasis(new Spectrum(n, d, doubles(numbers.get("eigenvalues"))), directions),
                RandomNull.of(n, d));
    }

    private static double[] doubles(JsonNode list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).doubleValue();
        }
        return values;
    }
}
