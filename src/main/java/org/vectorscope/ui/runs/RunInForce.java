package org.vectorscope.ui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.lab.Jacobians;
import org.vectorscope.lab.SavedVector;
import org.vectorscope.lab.VectorLibrary;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Run;
import org.vectorscope.study.SweepSpec;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.vector.ExtractionMethod;

/** Makes what a run was computed from current again, so that its screen shows it out of the cache. */
final class RunInForce {
    private final ScreenContext context;
    private final LabState state;
    private final List<ContrastSet> sets;

    /** @param sets to look for pairs in, besides the samples */
    RunInForce(ScreenContext context, List<ContrastSet> sets) {
        this.context = context;
        this.state = context.state();
        this.sets = sets;
    }

    /**
     * @param vector that the run names by its hash, or that its pairs made
     * @return the screen that shows it; empty where no screen can, since what it was computed from is not at hand
     */
    Optional<ScreenId> put(Entry entry, Optional<SavedVector> vector) {
        Run run = entry.run();
        if (VectorLibrary.isImported(run)) {
            return vector.filter(saved -> use(saved)).map(saved -> predictors());
        }
        if (context.lab().replays().whyNot(run, state.model().get()).isPresent()) {
            return Optional.empty();
        }
        return switch (run.kind()) {
            case VECTOR -> pairs(run.recipe()) ? Optional.of(predictors()) : Optional.empty();
            case SWEEP -> sweep(entry, vector) ? Optional.of(ScreenId.VECTOR) : Optional.empty();
            case GEOMETRY -> geometry(entry, vector) ? Optional.of(ScreenId.GEOMETRY) : Optional.empty();
            case JACOBIAN -> jacobian(entry, vector) ? Optional.of(ScreenId.GEOMETRY) : Optional.empty();
            case GENERATE -> texts(entry, vector) ? Optional.of(ScreenId.SIDE_BY_SIDE) : Optional.empty();
            case ACTIVATIONS, PRECISION, STUDY -> Optional.empty();
        };
    }

    private ScreenId predictors() {
        state.sweeping().set(false);
        return ScreenId.VECTOR;
    }

    /** The screen sweeps the usual strengths and all layers; another sweep it cannot show. */
    private boolean sweep(Entry entry, Optional<SavedVector> vector) {
        JsonNode recipe = entry.run().recipe();
        double[] strengths = StreamSupport.stream(recipe.path("strengths").spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
        boolean ofFile = recipe.path("vector").isTextual();
        int layers = ofFile
                ? vector.map(saved -> saved.byLayer().size()).orElse(0)
                : state.model().get().orElseThrow().checkpoint().config().layers();
        boolean usual = Arrays.equals(strengths, SweepSpec.STRENGTHS)
                && recipe.path("layers").size() == layers
                && recipe.path("seed").longValue() == 0;
        if (!usual || !pairs(recipe)) {
            return false;
        }
        if (ofFile) {
            use(vector.orElseThrow());
        }
        state.sweepItems()
                .set(entry.result().path("items").asInt(state.sweepItems().get()));
        state.sweeping().set(true);
        return true;
    }

    /** A corpus says nothing of a vector: the one in force is put among its activations. */
    private boolean geometry(Entry entry, Optional<SavedVector> vector) {
        JsonNode recipe = entry.run().recipe();
        int layer = recipe.path("layer").intValue();
        Optional<Path> corpus = corpus(entry);
        boolean possible = isOfCorpus(recipe)
                ? corpus.isPresent()
                        && state.vector().get().flatMap(v -> v.at(layer)).isPresent()
                : vector.isPresent() && pairs(recipe) && use(vector.get());
        if (possible) {
            state.corpus().set(corpus);
            state.layer().set(layer);
        }
        return possible;
    }

    /** The screen measures a fixed number of prompts along a vector; another Jacobian it cannot show. */
    private boolean jacobian(Entry entry, Optional<SavedVector> vector) {
        JsonNode recipe = entry.run().recipe();
        boolean ofCorpus = isOfCorpus(recipe);
        Optional<Path> corpus = corpus(entry);
        boolean possible = recipe.path("prompts").intValue() == Jacobians.PROMPTS
                && vector.isPresent()
                && (ofCorpus ? corpus.isPresent() : pairs(recipe))
                && use(vector.get());
        if (possible) {
            state.corpus().set(corpus);
            state.layer().set(recipe.path("layer").intValue());
        }
        return possible;
    }

    private boolean texts(Entry entry, Optional<SavedVector> vector) {
        JsonNode recipe = entry.run().recipe();
        Optional<ContrastSet> trait = set(recipe.path("traitSha256").asText());
        boolean possible = vector.isPresent()
                && trait.isPresent()
                && RunQuestion.isOfScreen(entry, trait.get())
                && (vector.get().file().isPresent() || pairsOf(vector.get(), trait.get()))
                && use(vector.get());
        if (possible) {
            bring(trait.get());
            state.question().set(Optional.of(RunQuestion.of(entry)));
            context.commands()
                    .place(
                            recipe.path("layer").intValue(),
                            recipe.path("strength").doubleValue());
        }
        return possible;
    }

    private static boolean pairsOf(SavedVector vector, ContrastSet set) {
        return vector.pairsSha256().equals(Optional.of(set.pairsSha256()));
    }

    private static boolean isOfCorpus(JsonNode recipe) {
        return recipe.path("source").asText().equals("corpus");
    }

    /** Empty as well where the file is gone. */
    private static Optional<Path> corpus(Entry entry) {
        return isOfCorpus(entry.run().recipe())
                ? Optional.ofNullable(entry.result().path("file").textValue())
                        .map(Path::of)
                        .filter(Files::isRegularFile)
                : Optional.empty();
    }

    /** Puts a vector in force: out of its file, or by what it was computed from. */
    private boolean use(SavedVector vector) {
        if (vector.file().isPresent()) {
            context.commands().use(vector);
            return true;
        }
        return pairs(vector.run().recipe());
    }

    /** The pairs, as they were read; and the method, where there is one. */
    private boolean pairs(JsonNode recipe) {
        Optional<ContrastSet> set = set(recipe.path("pairsSha256").asText());
        set.ifPresent(found -> {
            bring(found);
            reading(recipe, found);
            if (recipe.has("method")) {
                context.commands()
                        .use(ExtractionMethod.parse(
                                "a run", recipe.path("method").asText()));
            }
        });
        return set.isPresent();
    }

    private Optional<ContrastSet> set(String sha256) {
        return Stream.concat(sets.stream(), context.lab().contrasts().samples().stream())
                .filter(candidate -> candidate.pairsSha256().equals(sha256))
                .findFirst();
    }

    private void bring(ContrastSet set) {
        boolean current = state.pairsInUse()
                .get()
                .filter(now -> now.pairsSha256().equals(set.pairsSha256()))
                .isPresent();
        if (!current) {
            context.commands().use(set);
        }
    }

    private void reading(JsonNode recipe, ContrastSet set) {
        boolean plain = recipe.path("template").asText().equals("none");
        boolean hasTemplate = state.model().get().orElseThrow().template().isPresent();
        state.template().set(plain && hasTemplate ? TemplateChoice.NONE : TemplateChoice.AUTO);
        state.system().set(Optional.ofNullable(recipe.path("system").textValue()));
        int token = recipe.path("readToken").asInt(set.kind().readToken());
        state.readToken().set(token == set.kind().readToken() ? OptionalInt.empty() : OptionalInt.of(token));
    }
}
