package org.vectorscope.ui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two recipes setting by setting, those that differ first. */
record RecipeDiff(List<Row> rows) {
    /** @param a as the screen writes it; @param b likewise */
    record Row(String name, String a, String b, boolean differs) {}

    static RecipeDiff of(JsonNode a, JsonNode b) {
        Map<String, JsonNode> left = settings(a);
        Map<String, JsonNode> right = settings(b);
        Set<String> names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        return new RecipeDiff(names.stream()
                .map(name -> row(name, value(left, name), value(right, name)))
                .sorted(Comparator.comparing(row -> !row.differs()))
                .toList());
    }

    long differing() {
        return rows.stream().filter(Row::differs).count();
    }

    /** Fields by their names; one of a nested object that has the name of another carries the object's before it. */
    static Map<String, JsonNode> settings(JsonNode recipe) {
        Map<String, JsonNode> settings = new LinkedHashMap<>();
        collect("", recipe, settings);
        return settings;
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> into) {
        node.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                collect(path + field.getKey() + ".", field.getValue(), into);
            } else {
                String name = into.containsKey(field.getKey()) ? path + field.getKey() : field.getKey();
                into.put(name, field.getValue());
            }
        });
    }

    private static JsonNode value(Map<String, JsonNode> settings, String name) {
        return settings.getOrDefault(name, MissingNode.getInstance());
    }

    private static Row row(String name, JsonNode a, JsonNode b) {
        return new Row(RunWords.setting(name), RunWords.value(a), RunWords.value(b), !a.equals(b));
    }
}
