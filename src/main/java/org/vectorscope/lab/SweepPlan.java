package org.vectorscope.lab;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.file.BadInput;
import org.vectorscope.geometry.Gaussians;
import org.vectorscope.job.Monitor;
import org.vectorscope.study.ItemPropensities;
import org.vectorscope.study.SweepItem;
import org.vectorscope.study.SweepMap;
import org.vectorscope.study.SweepSpec;
import org.vectorscope.study.SweepStatistics;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.SteeringVectors;

/**
 * A sweep made ready: vectors, items, and under what it is kept.
 *
 * @param recipe all that decides each item's numbers; how many items are swept does not
 */
record SweepPlan(OpenModel open, SweepRequest request, SweepSpec spec, SweepReport.Split split, ObjectNode recipe) {
    static SweepPlan of(OpenModel open, SweepRequest request, Vectors vectors, Monitor monitor) {
        ContrastSet set = request.vector().set();
        if (set.kind() != ContrastSet.Kind.CHOICE) {
            throw new BadInput(
                    set.name(),
                    "is no A/B set: a sweep compares the letters (A) and (B), so every pair must be one question with"
                            + " these two answers");
        }
        List<Integer> order = shuffled(set.pairs().size(), request.vector().seed());
        int forVector = request.given().isPresent() ? 0 : order.size() / 2;
        if (request.given().isEmpty() && forVector < 2) {
            throw new BadInput(
                    set.name(),
                    "has " + order.size() + " items; a sweep needs at least 4, two of them for the vector, or --vector");
        }
        List<Integer> swept = order.subList(forVector, order.size());
        int n = Math.min(swept.size(), request.items().orElse(swept.size()));
        if (n < 1) {
            throw new BadInput("--items", "must be at least 1, not " + n);
        }
        VectorSpec others = with(request.vector(), order.subList(0, forVector));
        SweepSpec spec = new SweepSpec(
                items(open, with(request.vector(), swept.subList(0, n)), vectors, monitor),
                chosen(request, of(open, request, others, vectors, monitor)),
                request.strengths());
        SweepReport.Split split = split(request, forVector, swept.size());
        return new SweepPlan(open, request, spec, split, recipe(open, request, spec, vectors, monitor));
    }

    /** Fisher and Yates: which of the items make the vector, and which of the others come first. */
    private static List<Integer> shuffled(int n, long seed) {
        Gaussians random = new Gaussians(seed, 0);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            order.add(i);
        }
        for (int i = n - 1; i > 0; i--) {
            Collections.swap(order, i, random.below(i + 1));
        }
        return order;
    }

    private static VectorSpec with(VectorSpec spec, List<Integer> items) {
        ContrastSet set = spec.set();
        List<ContrastSet.Pair> pairs = items.stream().sorted().map(set.pairs()::get).toList();
        return new VectorSpec(
                set.withPairs(pairs), spec.template(), spec.system(), spec.readToken(), spec.method(), spec.seed());
    }

    private static List<SweepItem> items(OpenModel open, VectorSpec spec, Vectors vectors, Monitor monitor) {
        List<SweepItem> items = new ArrayList<>();
        for (Rendered.Pair pair : vectors.render(open, spec, monitor).pairs()) {
            items.add(SweepItem.of(pair, spec.set().name() + ", item " + (items.size() + 1)));
        }
        return items;
    }

    private static SteeringVectors of(
            OpenModel open, SweepRequest request, VectorSpec others, Vectors vectors, Monitor monitor) {
        Optional<SweepRequest.Given> given = request.given();
        if (given.isPresent()) {
            return given.get()
                    .vectors()
                    .checkedFor(
                            given.get().name(),
                            open.checkpoint().config().dModel(),
                            open.checkpoint().config().layers());
        }
        SortedMap<Integer, float[]> made = Extraction.vectors(
                vectors.activations(open, others, monitor).value(), others.method(), monitor);
        return new SteeringVectors(made, open.name(), Optional.empty());
    }

    private static SortedMap<Integer, float[]> chosen(SweepRequest request, SteeringVectors all) {
        SortedMap<Integer, float[]> chosen = new TreeMap<>();
        TreeSet<Integer> layers = new TreeSet<>(request.layers().isEmpty() ? all.layers() : request.layers());
        layers.forEach(layer -> chosen.put(layer, all.at(layer)));
        return chosen;
    }

    private static SweepReport.Split split(SweepRequest request, int forVector, int swept) {
        return request.given()
                .map(g -> new SweepReport.Split(
                        g.name(),
                        g.vectors().recipe().map(r -> r.method().word()).orElse(null),
                        g.vectors().recipe().map(SteeringVectors.Recipe::n).orElse(0),
                        swept,
                        request.vector().seed()))
                .orElseGet(() -> new SweepReport.Split(
                        "other half",
                        request.vector().method().word(),
                        forVector,
                        swept,
                        request.vector().seed()));
    }

    private static ObjectNode recipe(
            OpenModel open, SweepRequest request, SweepSpec spec, Vectors vectors, Monitor monitor) {
        VectorSpec vector = request.vector();
        ObjectNode recipe = Recipes.ofTexts(open, vector, vectors.render(open, vector, monitor))
                .put("seed", vector.seed())
                .put("scored", "letter");
        request.given()
                .ifPresentOrElse(
                        given -> recipe.put("vector", given.name()),
                        () -> recipe.put("method", vector.method().word()));
        ArrayNode layers = recipe.putArray("layers");
        ArrayNode hashes = recipe.putArray("vectorSha256");
        spec.vectors().forEach((layer, v) -> {
            layers.add(layer);
            hashes.add(Recipes.hash(v));
        });
        ArrayNode strengths = recipe.putArray("strengths");
        for (double strength : spec.strengths()) {
            strengths.add(strength);
        }
        return recipe;
    }

    /** Numbers in one item. */
    int width() {
        return 1 + spec.vectors().size() * spec.strengths().length;
    }

    SweepReport report(List<ItemPropensities> done) {
        VectorSpec vector = request.vector();
        SweepMap map = SweepStatistics.of(spec, done);
        return new SweepReport(
                open.name(),
                vector.set().name(),
                recipe.path("template").asText(),
                vector.system().orElse(null),
                "logit of the matching letter minus that of the other",
                split,
                map);
    }
}
