package org.vectorscope.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;
import org.vectorscope.job.Monitor;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Run;
import org.vectorscope.store.RunFilter;
import org.vectorscope.store.Store;
import org.vectorscope.study.ArmList;
import org.vectorscope.study.SideBySideSpec;
import org.vectorscope.study.SideBySideSpec.Prompt;
import org.vectorscope.study.StrengthUnit;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.ExtractionMethod;

/** Finds again what a recipe only names. Every find is checked against the recipe's hash. */
final class RecipeInputs {
    private final Run run;
    private final JsonNode recipe;
    private final OpenModel open;
    private final Store store;
    private final Collection<ContrastSet> atHand;

    RecipeInputs(Run run, OpenModel open, Store store, Collection<ContrastSet> atHand) {
        this.run = run;
        this.recipe = run.recipe();
        this.open = open;
        this.store = store;
        this.atHand = atHand;
    }

    int layer() {
        return recipe.path("layer").intValue();
    }

    VectorSpec vectorSpec() {
        return vectorSpec(recipe);
    }

    private VectorSpec vectorSpec(JsonNode of) {
        if (!of.has("pairsSha256")) {
            throw missing("text it was read from is");
        }
        return new VectorSpec(
                set(of.path("pairsSha256").asText())
                        .orElseThrow(() -> missing("pairs (" + of.path("pairs").asText() + ") are")),
                TemplateChoice.valueOf(of.path("template").asText("auto").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(of.path("system").textValue()),
                OptionalInt.of(of.path("readToken").intValue()),
                ExtractionMethod.parse("run " + run.label(), of.path("method").asText("mean")),
                of.path("seed").longValue());
    }

    /** The set itself, or the part of it that was in use. */
    private Optional<ContrastSet> set(String sha256) {
        List<Integer> sizes = sizes(sha256);
        return Stream.concat(atHand.stream(), SampleSets.all().stream())
                .flatMap(set -> Stream.concat(Stream.of(set), firsts(set, sizes)))
                .filter(set -> set.pairsSha256().equals(sha256))
                .findFirst()
                .or(() -> OfPairs.find(store, sha256));
    }

    private static Stream<ContrastSet> firsts(ContrastSet set, List<Integer> sizes) {
        return sizes.stream().filter(n -> n < set.pairs().size()).map(n -> set.first(OptionalInt.of(n)));
    }

    /** How many pairs were in use where runs had these. */
    private List<Integer> sizes(String sha256) {
        return store.runs(RunFilter.of(Kind.VECTOR).withWords(sha256)).stream()
                .map(made -> made.recipe().path("n").intValue())
                .filter(n -> n > 0)
                .distinct()
                .toList();
    }

    Comparison comparison(Vectors vectors, Monitor monitor) {
        SideBySideSpec spec = new SideBySideSpec(
                prompts(),
                ArmList.parse(recipe.path("arms").asText()),
                layer(),
                recipe.path("strength").doubleValue(),
                StrengthUnit.valueOf(recipe.path("unit").asText().toUpperCase(Locale.ROOT)),
                tokens(),
                recipe.path("samples").intValue(),
                sampling());
        Optional<ContrastSet> trait = Optional.ofNullable(
                        recipe.path("traitSha256").textValue())
                .map(sha -> set(sha).orElseThrow(() -> missing("set that scores it is")));
        Optional<String> vector =
                Optional.ofNullable(recipe.path("vectorSha256").textValue());
        boolean behind = spec.arms().needsCovariance();
        return new Comparison(
                spec,
                vector.map(sha -> direction(sha, behind, vectors, monitor)),
                trait,
                recipe.path("trained").intValue());
    }

    boolean isOfCorpus() {
        return recipe.path("source").asText().equals("corpus");
    }

    /** Where the corpus lay; what it says now is told by the hash of its tokens, which the new run is found by. */
    Path corpus() {
        return store.open(run.number())
                .flatMap(OfFile::of)
                .filter(Files::isRegularFile)
                .orElseThrow(() -> missing("corpus (" + recipe.path("corpus").asText() + ") is"));
    }

    /** The whole sweep; a part of one has other numbers. */
    SweepRequest sweep() {
        JsonNode map = store.open(run.number()).map(Entry::result).orElseThrow(() -> missing("result is"));
        int items = map.path("items").intValue();
        if (map.path("n").intValue() < items) {
            throw new BadInput("run " + run.label(), "is not finished: resume the sweep first");
        }
        SortedSet<Integer> layers = new TreeSet<>();
        recipe.path("layers").forEach(layer -> layers.add(layer.intValue()));
        double[] strengths = StreamSupport.stream(recipe.path("strengths").spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
        return new SweepRequest(vectorSpec(), given(), layers, strengths, OptionalInt.of(items));
    }

    /** The vectors of a file, where the sweep was of one: known by its name, and told by their hashes like the rest. */
    private Optional<SweepRequest.Given> given() {
        return Optional.ofNullable(recipe.path("vector").textValue()).map(name -> new VectorLibrary(store)
                .of(open).stream()
                        .filter(saved -> saved.file().equals(Optional.of(name)))
                        .findFirst()
                        .map(saved -> new SweepRequest.Given(name, saved.vectors()))
                        .orElseThrow(() -> missing("vector (" + name + ") is")));
    }

    /** How a Jacobian was measured. */
    Jacobians.Place place(Vectors vectors, Monitor monitor) {
        Optional<float[]> vector = Optional.ofNullable(
                        recipe.path("vectorSha256").textValue())
                .map(sha -> direction(sha, false, vectors, monitor).v());
        return new Jacobians.Place(layer(), recipe.path("prompts").intValue(), vector);
    }

    /** Among the vectors that were computed with this model. */
    private Direction direction(String sha256, boolean behind, Vectors vectors, Monitor monitor) {
        for (Run made : store.runs(
                RunFilter.of(Kind.VECTOR).withWords(recipe.path("fingerprint").asText()))) {
            monitor.check();
            Optional<Direction> found = store.open(made.number())
                    .flatMap(this::direction)
                    .filter(direction -> direction.sha256().equals(sha256));
            if (found.isPresent()) {
                return behind ? with(found.get(), vectors, vectorSpec(made.recipe()), monitor) : found.get();
            }
        }
        throw missing("vector is");
    }

    private Direction with(Direction direction, Vectors vectors, VectorSpec spec, Monitor monitor) {
        return new Directions(vectors).with(direction, open, spec, monitor);
    }

    private Optional<Direction> direction(Entry entry) {
        Extraction extraction = bind(OfPairs.without(entry).result(), Extraction.class);
        return Optional.ofNullable(extraction.vectors().get(layer()))
                .map(v -> new Direction(
                        layer(),
                        v,
                        extraction.layers().stream()
                                .filter(report -> report.layer() == layer())
                                .mapToDouble(report -> report.residualNorm())
                                .findFirst(),
                        Optional.empty()));
    }

    /** The result has the prompts' texts; which template made their ids is tried out. */
    private List<Prompt> prompts() {
        List<String> texts = store.open(run.number())
                .map(entry -> StreamSupport.stream(
                                entry.result().path("prompts").spliterator(), false)
                        .map(prompt -> prompt.path("prompt").asText())
                        .toList())
                .orElseThrow(() -> missing("result is"));
        String sha256 = recipe.path("promptsSha256").asText();
        return Arrays.stream(TemplateChoice.values())
                .flatMap(choice -> systems().map(system -> rendered(texts, choice, system)))
                .filter(prompts ->
                        Recipes.hash(prompts.stream().map(Prompt::ids).toList()).equals(sha256))
                .findFirst()
                .orElseThrow(() -> missing("system text around its prompts is"));
    }

    private Stream<Optional<String>> systems() {
        Stream<String> known = store.runs(RunFilter.of(Kind.VECTOR)).stream()
                .flatMap(
                        made -> Optional.ofNullable(made.recipe().path("system").textValue()).stream())
                .distinct();
        return Stream.concat(Stream.of(Optional.empty()), known.map(Optional::of));
    }

    private List<Prompt> rendered(List<String> texts, TemplateChoice choice, Optional<String> system) {
        boolean possible = system.isEmpty()
                || choice == TemplateChoice.AUTO && open.template().isPresent();
        return possible
                ? texts.stream()
                        .map(text -> new Prompt(
                                text, open.prompt(text, choice, system).ids()))
                        .toList()
                : List.of();
    }

    private TokenRange tokens() {
        return Arrays.stream(TokenRange.values())
                .filter(range -> range.word().equals(recipe.path("tokens").asText()))
                .findFirst()
                .orElseThrow(() -> missing("range of tokens is"));
    }

    private Sampling sampling() {
        return bind(recipe.path("sampling"), Sampling.class);
    }

    private static <T> T bind(JsonNode node, Class<T> type) {
        try {
            return Json.mapper().treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new BadInput("the store", "a " + type.getSimpleName() + " in it cannot be read");
        }
    }

    private BadInput missing(String what) {
        return new BadInput("run " + run.label(), "cannot be replayed: its " + what + " not at hand");
    }
}
