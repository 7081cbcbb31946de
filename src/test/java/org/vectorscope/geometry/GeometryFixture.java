package org.vectorscope.geometry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vectorscope.file.Json;

/** Made-up rows and what numpy and scipy make of them ({@code geometry_fixtures.py}). */
record GeometryFixture(JsonNode node) {
    static GeometryFixture of(String name) {
        try (InputStream in = GeometryFixture.class.getResourceAsStream("geometry.json")) {
            return new GeometryFixture(Json.mapper().readTree(in).get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<float[]> rows() {
        List<float[]> rows = new ArrayList<>();
        node.get("rows").forEach(row -> rows.add(Rows.floats(doubles(row))));
        return rows;
    }

    float[] vector() {
        return Rows.floats(doubles("vector"));
    }

    double[] doubles(String name) {
        return doubles(node.get(name));
    }

    double number(String name) {
        return node.get(name).asDouble();
    }

    static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }

    /** n rows in a random r-dimensional subspace of d dimensions. */
    static List<float[]> rankRows(int n, int d, int r, long seed) {
        Random random = new Random(seed);
        double[][] basis = new double[r][d];
        for (double[] direction : basis) {
            java.util.Arrays.setAll(direction, j -> random.nextGaussian());
        }
        List<float[]> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] row = new double[d];
            for (double[] direction : basis) {
                double weight = random.nextGaussian();
                for (int j = 0; j < d; j++) {
                    row[j] += weight * direction[j];
                }
            }
            rows.add(Rows.floats(row));
        }
        return rows;
    }
}
