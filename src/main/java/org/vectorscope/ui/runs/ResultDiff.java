package org.vectorscope.ui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Kind;

/**
 * Two results of one kind beside each other.
 *
 * @param about what a row is: {@code Arm}, {@code Layer}
 * @param columns what is compared
 * @param note what to bear in mind; may be empty
 */
record ResultDiff(String about, List<String> columns, List<Row> rows, String note) {
    /** Fewer samples an arm than this are no finding. */
    private static final int ENOUGH = 20;

    /** @param a [columns], NaN where there is no number; @param b likewise */
    record Row(String name, double[] a, double[] b) {}

    static ResultDiff of(Entry a, Entry b) {
        if (a.run().kind() != b.run().kind()) {
            return new ResultDiff("Result", List.of(), List.of(), "Results of different kinds are not compared.");
        }
        return switch (a.run().kind()) {
            case GENERATE -> generations(a.result(), b.result());
            case VECTOR -> vectors(a.result(), b.result());
            case GEOMETRY -> joined("Measure", List.of("Value"), geometry(a.result()), geometry(b.result()), "");
            case ACTIVATIONS, JACOBIAN, PRECISION, SWEEP, STUDY ->
                joined("Measure", List.of("Value"), numbers(a.result()), numbers(b.result()), "");
        };
    }

    private static ResultDiff generations(JsonNode a, JsonNode b) {
        long samples = Math.min(samplesPerArm(a), samplesPerArm(b));
        String note = samples >= ENOUGH
                ? "Means over " + samples + " texts an arm."
                : samples + (samples == 1 ? " text" : " texts") + " an arm: read as a hint, not a finding.";
        return joined("Arm", List.of("Trait score", "KL", "nll"), arms(a), arms(b), note);
    }

    private static Map<String, double[]> arms(JsonNode result) {
        Map<String, List<JsonNode>> samples = new LinkedHashMap<>();
        for (JsonNode prompt : result.path("prompts")) {
            for (JsonNode arm : prompt.path("arms")) {
                arm.path("samples")
                        .forEach(s -> samples.computeIfAbsent(arm.path("name").asText(), n -> new ArrayList<>())
                                .add(s));
            }
        }
        Map<String, double[]> means = new LinkedHashMap<>();
        samples.forEach((arm, all) ->
                means.put(arm, new double[] {mean(all, "traitScore"), mean(all, "klToNone"), mean(all, "nll")}));
        return means;
    }

    private static long samplesPerArm(JsonNode result) {
        return StreamSupport.stream(result.path("prompts").spliterator(), false)
                .mapToLong(prompt -> prompt.path("arms").path(0).path("samples").size())
                .sum();
    }

    private static double mean(List<JsonNode> samples, String field) {
        return samples.stream()
                .map(sample -> sample.path(field))
                .filter(JsonNode::isNumber)
                .mapToDouble(JsonNode::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private static ResultDiff vectors(JsonNode a, JsonNode b) {
        Function<JsonNode, Map<String, double[]>> layers = result -> {
            Map<String, double[]> rows = new LinkedHashMap<>();
            result.path("layers")
                    .forEach(layer -> rows.put(
                            layer.path("layer").asText(),
                            new double[] {number(layer, "norm"), number(layer, "meanCosine"), number(layer, "auc")}));
            return rows;
        };
        return joined("Layer", List.of("‖v‖", "Agreement", "AUC"), layers.apply(a), layers.apply(b), "");
    }

    private static Map<String, double[]> geometry(JsonNode result) {
        double[] eigenvalues = doubles(result.path("eigenvalues"));
        double sum = DoubleStream.of(eigenvalues).sum();
        double squares = DoubleStream.of(eigenvalues).map(e -> e * e).sum();
        Map<String, double[]> rows = numbers(result);
        rows.put("total variance", new double[] {sum});
        rows.put(
                "largest eigenvalue",
                new double[] {DoubleStream.of(eigenvalues).max().orElse(Double.NaN)});
        rows.put("participation ratio", new double[] {sum * sum / squares});
        rows.put("mean activation norm", new double[] {
            DoubleStream.of(doubles(result.path("activationNorms"))).average().orElse(Double.NaN)
        });
        return rows;
    }

    /** Numbers that stand by themselves. */
    private static Map<String, double[]> numbers(JsonNode result) {
        Map<String, double[]> rows = new LinkedHashMap<>();
        RecipeDiff.settings(result).forEach((name, value) -> {
            if (value.isNumber()) {
                rows.put(RunWords.setting(name), new double[] {value.doubleValue()});
            }
        });
        return rows;
    }

    private static double number(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).doubleValue() : Double.NaN;
    }

    private static double[] doubles(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }

    /** Rows that both have. */
    private static ResultDiff joined(
            String about, List<String> columns, Map<String, double[]> a, Map<String, double[]> b, String note) {
        List<Row> rows = new ArrayList<>();
        a.forEach((name, left) -> {
            double[] right = b.get(name);
            if (right != null) {
                rows.add(new Row(name, left, right));
            }
        });
        return new ResultDiff(about, columns, rows, rows.isEmpty() ? "They have no result in common." : note);
    }

    /** Whether the kinds of these runs have texts to read. */
    static boolean hasTexts(Entry entry) {
        return entry.run().kind() == Kind.GENERATE;
    }
}
