package org.vectorscope.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.file.Json;
import org.vectorscope.file.Sha256;
import org.vectorscope.store.Content;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Key;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Run;
import org.vectorscope.store.RunFilter;
import org.vectorscope.store.Store;
import org.vectorscope.store.Summary;
import org.vectorscope.vector.ExtractionMethod;
import org.vectorscope.vector.LayerReport;
import org.vectorscope.vector.SteeringVectors;
import org.vectorscope.vector.VectorFiles;

/** The vectors of a model that the store keeps: those that were computed, and those that were read from files. */
public final class VectorLibrary {
    static final String IMPORTED = "imported";

    private static final String SHA256 = "sha256";

    private final Store store;

    public VectorLibrary(Store store) {
        this.store = store;
    }

    /** Whether a run is a vector out of a file. */
    public static boolean isImported(Run run) {
        return run.recipe().has(IMPORTED);
    }

    /** Newest first. */
    public List<SavedVector> of(OpenModel open) {
        String fingerprint = open.checkpoint().fingerprint();
        List<SavedVector> saved = new ArrayList<>();
        for (Run run : store.runs(RunFilter.of(Kind.VECTOR))) {
            if (run.recipe().path("fingerprint").asText().equals(fingerprint)) {
                store.open(run.number()).map(entry -> saved(open.name(), entry)).ifPresent(saved::add);
            }
        }
        return saved;
    }

    /** The vectors of a file with this content that were imported for this model. */
    public Optional<SavedVector> imported(OpenModel open, String sha256) {
        return of(open).stream()
                .filter(saved -> isImported(saved.run()) && sha256(saved).equals(sha256))
                .findFirst();
    }

    /**
     * The vector that a run is about: the one that it names by its hashes, or is itself; of one that names none, one
     * that was made of the same texts. Empty where it is not kept.
     */
    public Optional<SavedVector> behind(OpenModel open, Run run) {
        JsonNode recipe = run.recipe();
        boolean named = recipe.has("vectorSha256");
        return of(open).stream()
                .filter(saved -> saved.run().number() == run.number()
                        || (named ? has(saved, recipe) : hasSameTexts(saved, recipe)))
                .findFirst();
    }

    /** Pairs that a vector was made of once. */
    public Optional<ContrastSet> pairs(String sha256) {
        return OfPairs.find(store, sha256);
    }

    private static boolean has(SavedVector saved, JsonNode recipe) {
        JsonNode layers = recipe.has("layers") ? recipe.path("layers") : one(recipe.path("layer"));
        JsonNode hashes = recipe.has("layers") ? recipe.path("vectorSha256") : one(recipe.path("vectorSha256"));
        return IntStream.range(0, layers.size()).allMatch(i -> Optional.ofNullable(
                        saved.byLayer().get(layers.path(i).intValue()))
                .filter(v -> Recipes.hash(v).equals(hashes.path(i).asText()))
                .isPresent());
    }

    private static ArrayNode one(JsonNode value) {
        return Json.mapper().createArrayNode().add(value);
    }

    private static boolean hasSameTexts(SavedVector saved, JsonNode recipe) {
        return recipe.has("idsSha256")
                && saved.run().recipe().path("idsSha256").equals(recipe.path("idsSha256"))
                && saved.run().recipe().path("readToken").equals(recipe.path("readToken"));
    }

    /** Of the content of the file that a vector was read from; empty where it was computed. */
    public static String sha256(SavedVector saved) {
        return saved.run().recipe().path(SHA256).asText();
    }

    /**
     * Keeps the vectors of a file.
     *
     * @throws org.vectorscope.file.BadInput if they are not vectors, or not for this model
     */
    public SavedVector read(OpenModel open, Path file) {
        try {
            SteeringVectors vectors = VectorFiles.read(file)
                    .checkedFor(
                            file.toString(),
                            open.checkpoint().config().dModel(),
                            open.checkpoint().config().layers());
            ObjectNode recipe = Json.mapper()
                    .createObjectNode()
                    .put("model", open.name())
                    .put("fingerprint", open.checkpoint().fingerprint())
                    .put(IMPORTED, String.valueOf(file.getFileName()))
                    .put(SHA256, Sha256.of(file));
            vectors.recipe()
                    .ifPresent(made -> recipe.put("method", made.method().word())
                            .put("n", made.n())
                            .put("readToken", made.readToken())
                            .put("pairsSha256", made.pairsSha256()));
            ObjectNode content = Json.mapper().createObjectNode();
            content.set("vectors", Json.mapper().valueToTree(vectors.byLayer()));
            content.putArray("layers");
            content.putArray("agreement");
            Summary summary = new Summary(
                    "from " + file.getFileName(),
                    String.valueOf(vectors.layers().size()),
                    recipe.path("n").asInt());
            Entry entry = store.put(new Key(Kind.VECTOR, recipe), summary, new Content(content), Duration.ZERO);
            store.save(entry.run().number());
            return saved(open.name(), entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return what a person should know of what was not written */
    public List<String> write(SavedVector saved, OpenModel open, Path file) {
        try {
            return VectorFiles.write(
                    file, saved.vectors(), open.checkpoint().config().family());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws org.vectorscope.store.StoreFailure if another run has that name */
    public void rename(SavedVector saved, String name) {
        store.name(saved.run().number(), name);
    }

    private static SavedVector saved(String model, Entry entry) {
        JsonNode recipe = entry.run().recipe();
        JsonNode result = entry.result();
        SortedMap<Integer, float[]> byLayer = new TreeMap<>();
        for (Map.Entry<String, JsonNode> vector : result.get("vectors").properties()) {
            byLayer.put(
                    Integer.parseInt(vector.getKey()), Json.mapper().convertValue(vector.getValue(), float[].class));
        }
        List<LayerReport> reports = new ArrayList<>();
        result.path("layers").forEach(node -> reports.add(Json.mapper().convertValue(node, LayerReport.class)));
        Optional<ExtractionMethod> method = text(recipe, "method").map(word -> ExtractionMethod.parse("run", word));
        Optional<SteeringVectors.Recipe> made = method.map(m -> new SteeringVectors.Recipe(
                recipe.path("fingerprint").asText(),
                m,
                recipe.path("readToken").asInt(),
                recipe.path("pairsSha256").asText(),
                recipe.path("n").asInt()));
        return new SavedVector(
                entry.run(),
                text(recipe, "pairs").or(() -> text(recipe, IMPORTED)).orElse("vector"),
                method,
                recipe.path("n").asInt(),
                text(recipe, "pairsSha256"),
                new SteeringVectors(byLayer, model, made),
                reports);
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }
}
