package org.vectorscope.lab;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.engine.Precision;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Key;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Run;
import org.vectorscope.store.Store;
import org.vectorscope.study.SideBySideListener;

/**
 * Computes a run afresh, past the cache, and says whether the same comes out. What the recipe names by its hash (pairs,
 * prompts, vectors) is looked for among what is at hand, and believed only if the hash is the same.
 */
public final class Replays {
    /** Sums of float32 may be taken in another order with another number of threads. */
    private static final double TOLERANCE = 1e-4;

    private static final Set<String> UNTOLD = Set.of("seconds", OfFile.FIELD, OfPairs.FIELD);

    private final Store store;
    private final Traits traits;
    private final Models models;

    Replays(Store store, Traits traits, Models models) {
        this.models = models;
        this.store = store;
        this.traits = traits;
    }

    /** Why this run cannot be replayed with this model; empty where it can be tried. */
    public Optional<String> whyNot(Run run, Optional<OpenModel> open) {
        if (run.kind().isStudy()) {
            return Optional.of("studies are resumed, not replayed");
        }
        String model = run.recipe().path("model").asText();
        if (VectorLibrary.isImported(run)) {
            return Optional.of("it was read from a file; nothing was computed");
        }
        boolean same = open.isPresent()
                && open.get()
                        .checkpoint()
                        .fingerprint()
                        .equals(run.recipe().path("fingerprint").asText());
        if (!same) {
            return Optional.of("load " + model + " first, the model it was computed with");
        }
        String dtype = run.recipe().path("dtype").asText();
        return run.kind() == Kind.PRECISION || dtype.equals(open.get().dtype())
                ? Optional.empty()
                : Optional.of("load " + model + " in " + dtype + " first, the precision it was computed with");
    }

    /**
     * @param atHand sets to look for the pairs in, besides the samples
     * @return whether the same came out; noted with the run as well
     * @throws BadInput if something that the recipe names is not at hand
     */
    public boolean replay(Run run, OpenModel open, Collection<ContrastSet> atHand, Monitor monitor) {
        whyNot(run, Optional.of(open)).ifPresent(why -> {
            throw new BadInput("run " + run.label(), why);
        });
        try (Store fresh = Store.inMemory()) {
            compute(run, open, new RecipeInputs(run, open, store, atHand), fresh, monitor);
            Optional<Entry> then = store.open(run.number());
            Optional<Entry> now = fresh.find(new Key(run.kind(), run.recipe()));
            if (then.isEmpty() || now.isEmpty()) {
                throw new BadInput("run " + run.label(), "what decides it can no longer be put together");
            }
            boolean equal = same(then.get(), now.get(), fresh);
            store.replayed(run.number(), equal);
            return equal;
        }
    }

    private void compute(Run run, OpenModel open, RecipeInputs inputs, Store fresh, Monitor monitor) {
        Cache cache = new Cache(fresh);
        Vectors vectors = new Vectors(cache);
        switch (run.kind()) {
            case ACTIVATIONS -> vectors.activations(open, inputs.vectorSpec(), monitor);
            case VECTOR -> vectors.extract(open, inputs.vectorSpec(), monitor);
            case GEOMETRY -> geometry(open, inputs, cache, vectors, monitor);
            case JACOBIAN -> jacobian(open, inputs, cache, vectors, monitor);
            case GENERATE ->
                new Generations(cache, traits)
                        .run(open, inputs.comparison(vectors, monitor), SideBySideListener.NONE, monitor);
            case PRECISION ->
                new Precisions(cache, models)
                        .measure(
                                open,
                                Precision.of("dtype", run.recipe().path("dtype").asText()),
                                monitor);
            case SWEEP -> new Sweeps(fresh, vectors).run(open, inputs.sweep(), soFar -> {}, monitor);
            case STUDY -> throw new BadInput("run " + run.label(), "studies are resumed, not replayed");
        }
    }

    private static void geometry(OpenModel open, RecipeInputs inputs, Cache cache, Vectors vectors, Monitor monitor) {
        Geometries geometries = new Geometries(cache, vectors);
        if (inputs.isOfCorpus()) {
            geometries.ofCorpus(open, inputs.corpus(), inputs.layer(), monitor);
        } else {
            geometries.ofPairs(open, inputs.vectorSpec(), inputs.layer(), monitor);
        }
    }

    private static void jacobian(OpenModel open, RecipeInputs inputs, Cache cache, Vectors vectors, Monitor monitor) {
        Jacobians jacobians = new Jacobians(cache, vectors);
        Jacobians.Place place = inputs.place(vectors, monitor);
        if (inputs.isOfCorpus()) {
            jacobians.ofCorpus(open, inputs.corpus(), place, monitor);
        } else {
            jacobians.ofPairs(open, inputs.vectorSpec(), place, monitor);
        }
    }

    private boolean same(Entry then, Entry now, Store fresh) {
        List<String> arrays = store.arrays(then.run()).stream().sorted().toList();
        return close(then.result(), now.result())
                && arrays.equals(fresh.arrays(now.run()).stream().sorted().toList())
                && arrays.stream()
                        .allMatch(name -> close(
                                store.floats(then.run(), name).orElse(new float[0]),
                                fresh.floats(now.run(), name).orElse(new float[0])));
    }

    private static Set<String> told(JsonNode object) {
        return object.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !UNTOLD.contains(name))
                .collect(Collectors.toSet());
    }

    /** Times differ and do not count, nor do where a file lay and which pairs were kept beside the numbers. */
    private static boolean close(JsonNode a, JsonNode b) {
        if (a.isNumber() && b.isNumber()) {
            return close(a.doubleValue(), b.doubleValue(), Math.abs(a.doubleValue()));
        }
        if (a.isObject() && b.isObject()) {
            Set<String> told = told(a);
            return told.equals(told(b)) && told.stream().allMatch(name -> close(a.get(name), b.get(name)));
        }
        if (a.isArray() && b.isArray() && a.size() == b.size()) {
            Iterator<JsonNode> others = b.iterator();
            for (JsonNode one : a) {
                if (!close(one, others.next())) {
                    return false;
                }
            }
            return true;
        }
        return a.equals(b);
    }

    private static boolean close(float[] a, float[] b) {
        double largest = 0;
        for (float value : a) {
            largest = Math.max(largest, Math.abs(value));
        }
        boolean close = a.length == b.length;
        for (int i = 0; close && i < a.length; i++) {
            close = close(a[i], b[i], largest);
        }
        return close;
    }

    private static boolean close(double a, double b, double size) {
        return Double.compare(a, b) == 0 || Math.abs(a - b) <= TOLERANCE * Math.max(size, 1);
    }
}
