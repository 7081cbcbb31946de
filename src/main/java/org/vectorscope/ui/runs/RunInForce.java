package org.vectorscope.ui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.lab.VectorLibrary;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Run;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.vector.ExtractionMethod;

/** Makes what a run was computed from current again, so that its screen shows it out of the cache. */
final class RunInForce {
    private final ScreenContext context;
    private final LabState state;

    RunInForce(ScreenContext context) {
        this.context = context;
        this.state = context.state();
    }

    /**
     * @param sets to look for the pairs in, besides the samples
     * @return whether that was possible: the model is in force and what the run was read from is at hand
     */
    boolean put(Entry entry, List<ContrastSet> sets) {
        Run run = entry.run();
        if (VectorLibrary.isImported(run)) {
            return imported(run);
        }
        boolean here = context.lab().replays().whyNot(run, state.model().get()).isEmpty();
        return here
                && switch (run.kind()) {
                    case VECTOR -> pairs(run, sets) && predictors();
                    case SWEEP -> pairs(run, sets) && sweep();
                    case GEOMETRY, JACOBIAN -> geometry(entry, sets);
                    case ACTIVATIONS, GENERATE, PRECISION, STUDY -> false;
                };
    }

    private boolean imported(Run run) {
        boolean ours = state.model()
                .get()
                .filter(open -> run.recipe()
                        .path("fingerprint")
                        .asText()
                        .equals(open.checkpoint().fingerprint()))
                .isPresent();
        if (ours) {
            context.jobs()
                    .ask(
                            "Reading " + run.title(),
                            monitor -> new VectorLibrary(context.lab().store())
                                    .of(state.model().get().orElseThrow()).stream()
                                            .filter(saved -> saved.run().number() == run.number())
                                            .findFirst(),
                            found -> found.ifPresent(context.commands()::use),
                            failure -> context.shell().say(failure.sentence()));
            predictors();
        }
        return ours;
    }

    private boolean predictors() {
        state.sweeping().set(false);
        return true;
    }

    private boolean sweep() {
        state.sweeping().set(true);
        return true;
    }

    private boolean geometry(Entry entry, List<ContrastSet> sets) {
        JsonNode recipe = entry.run().recipe();
        Optional<Path> corpus = Optional.empty();
        if (recipe.path("source").asText().equals("corpus")) {
            corpus = Optional.ofNullable(entry.result().path("file").textValue())
                    .map(Path::of)
                    .filter(Files::isRegularFile);
            if (corpus.isEmpty()) {
                return false;
            }
        } else if (!pairs(entry.run(), sets)) {
            return false;
        }
        state.corpus().set(corpus);
        state.layer().set(recipe.path("layer").intValue());
        return true;
    }

    private boolean pairs(Run run, List<ContrastSet> sets) {
        String sha256 = run.recipe().path("pairsSha256").asText();
        Optional<ContrastSet> set = Stream.concat(sets.stream(), context.lab().contrasts().samples().stream())
                .filter(candidate -> candidate.pairsSha256().equals(sha256))
                .findFirst();
        if (set.isEmpty()) {
            return false;
        }
        boolean current = state.pairsInUse()
                .get()
                .filter(now -> now.pairsSha256().equals(sha256))
                .isPresent();
        if (!current) {
            context.commands().use(set.get());
        }
        if (run.recipe().has("method")) {
            context.commands()
                    .use(ExtractionMethod.parse(
                            "run " + run.label(), run.recipe().path("method").asText()));
        }
        return true;
    }
}
