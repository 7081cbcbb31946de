package org.vectorscope.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.vectorscope.file.Json;

/** What src/test/python/score_fixtures.py wrote. */
final class Fixtures {
    private Fixtures() {}

    static List<JsonNode> cases(String name) {
        try (InputStream in = Fixtures.class.getResourceAsStream(name + ".json")) {
            return StreamSupport.stream(Json.mapper().readTree(in).spliterator(), false)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).doubleValue();
        }
        return values;
    }

    static float[] floats(JsonNode array) {
        float[] values = new float[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).floatValue();
        }
        return values;
    }

    static boolean[] sides(JsonNode array) {
        boolean[] values = new boolean[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).intValue() == 1;
        }
        return values;
    }
}
