package org.vectorscope.ui.contrast;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.Draft;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.contrast.SetCheck;
import org.vectorscope.contrast.SetChecks;
import org.vectorscope.job.Job;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.VectorSpec;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.FxJobs;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.VectorInForce;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.PairActivations;
import org.vectorscope.vector.PairReport;

/** What is known of the pairs in force: their tokens, the checks, and their differences. Computed in the background. */
final class PairFacts {
    /**
     * @param whole all pairs as the model gets them, dropped ones too
     * @param checks of the pairs in use; their pair numbers are indices into {@code used}
     * @param used for each pair in use its index in the whole set
     */
    record Reading(Rendered whole, List<SetCheck> checks, List<Integer> used) {}

    private record Differences(VectorInForce of, PairActivations activations, List<Integer> used) {}

    private final ScreenContext context;
    private final ObjectProperty<Optional<Reading>> reading = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Map<Integer, PairReport>> reports = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Job<Reading>> running = Optional.empty();
    private Optional<Differences> differences = Optional.empty();

    PairFacts(ScreenContext context) {
        this.context = context;
    }

    ReadOnlyObjectProperty<Optional<Reading>> reading() {
        return reading;
    }

    /** By index in the whole set, at the selected layer; empty while the vector is not that of the pairs in use. */
    ReadOnlyObjectProperty<Map<Integer, PairReport>> reports() {
        return reports;
    }

    ReadOnlyObjectProperty<Optional<Failure>> failure() {
        return failure;
    }

    /** Reads the draft anew; a reading that is still under way is called off. */
    void read(Draft draft) {
        running.ifPresent(Job::cancel);
        running = Optional.empty();
        failure.set(Optional.empty());
        Optional<OpenModel> open = state().model().get();
        if (open.isEmpty() || draft.size() == 0) {
            reading.set(Optional.empty());
            return;
        }
        VectorSpec spec = state().vectorSpec()
                .get()
                .map(now -> new VectorSpec(
                        draft.set(), now.template(), now.system(), now.readToken(), now.method(), now.seed()))
                .orElseGet(() -> VectorSpec.of(draft.set()));
        FxJobs jobs = context.jobs();
        running = Optional.of(jobs.run(
                Lane.LIGHT,
                "Tokenising " + 2 * draft.size() + " texts",
                monitor -> reading(open.get(), spec, draft, monitor),
                done -> reading.set(Optional.of(done)),
                wrong -> {
                    reading.set(Optional.empty());
                    failure.set(Optional.of(wrong));
                }));
    }

    private Reading reading(OpenModel open, VectorSpec spec, Draft draft, Monitor monitor) {
        Rendered whole = context.lab().vectors().render(open, spec, monitor);
        List<Integer> used = draft.usedIndices();
        Optional<ContrastSet> inUse = draft.inUse();
        if (inUse.isEmpty()) {
            return new Reading(whole, List.of(), used);
        }
        Rendered part =
                new Rendered(used.stream().map(whole.pairs()::get).toList(), whole.templated(), whole.readToken());
        int limit = open.checkpoint().config().contextLength();
        return new Reading(whole, SetChecks.of(inUse.get(), part, open.requireTokenizer(), limit), used);
    }

    /** Norms and cosines at the selected layer, where the vector in force is that of the draft. */
    void compare(Draft draft) {
        Optional<VectorInForce> vector = state().vector().get();
        Optional<OpenModel> open = state().model().get();
        if (vector.isEmpty() || open.isEmpty()) {
            reports.set(Map.of());
            return;
        }
        if (differences.filter(known -> known.of() == vector.get()).isPresent()) {
            report();
            return;
        }
        List<Integer> used = draft.usedIndices();
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Comparing pairs",
                        monitor -> context.lab()
                                .vectors()
                                .activations(open.get(), vector.get().spec(), monitor)
                                .value(),
                        activations -> {
                            differences = Optional.of(new Differences(vector.get(), activations, used));
                            report();
                        },
                        wrong -> failure.set(Optional.of(wrong)));
    }

    private void report() {
        int layer = state().layer().get();
        Map<Integer, PairReport> byIndex = new HashMap<>();
        differences
                .filter(known ->
                        state().vector().get().filter(v -> v == known.of()).isPresent())
                .filter(known -> known.activations().layers().contains(layer))
                .ifPresent(known -> Extraction.pairs(known.activations(), layer)
                        .forEach(pair -> byIndex.put(known.used().get(pair.pair()), pair)));
        reports.set(Map.copyOf(byIndex));
    }

    private LabState state() {
        return context.state();
    }
}
