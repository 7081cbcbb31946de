package org.vectorscope.ui.vector;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.job.Job;
import org.vectorscope.job.JobState;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.SavedVector;
import org.vectorscope.lab.SweepFigures;
import org.vectorscope.lab.SweepReport;
import org.vectorscope.lab.SweepRequest;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;

/** The sweep of what is in force: what is known of it, and whether it runs. */
final class SweepViewModel {
    /** A report with what it was made from, so that a stale one is never shown. */
    record Shown(OpenModel open, SweepRequest request, SweepReport report) {
        SweepFigures figures() {
            return new SweepFigures(open, request.vector(), request.given().map(SweepRequest.Given::name), report);
        }
    }

    private final ScreenContext context;
    private final LabState state;
    private final ObjectProperty<Optional<Shown>> shown = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<JobState.Running>> progress = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final BooleanBinding ready;
    private @Nullable Job<?> job;

    SweepViewModel(ScreenContext context) {
        this.context = context;
        this.state = context.state();
        this.ready = Bindings.createBooleanBinding(
                () -> isLettered() && state.model().get().isPresent() && !running.get() && !isComplete(),
                state.model(),
                state.vectorSpec(),
                running,
                shown);
        state.vectorSpec().addListener((o, was, is) -> changed());
        state.model().addListener((o, was, is) -> changed());
        state.imported().addListener((o, was, is) -> changed());
        items().addListener((o, was, is) -> {
            shown.set(Optional.empty());
            lookUp();
        });
    }

    /** The map so far; empty while there is none of what is in force. */
    ObjectProperty<Optional<Shown>> shown() {
        return shown;
    }

    ObjectProperty<Optional<Failure>> failure() {
        return failure;
    }

    /** Stage, share and time left while it runs. */
    ObjectProperty<Optional<JobState.Running>> progress() {
        return progress;
    }

    BooleanProperty running() {
        return running;
    }

    /** Most items to sweep. */
    IntegerProperty items() {
        return state.sweepItems();
    }

    /** Whether a sweep could be started now. */
    BooleanBinding ready() {
        return ready;
    }

    /** Whether the set in force has lettered answers; without a set it has none. */
    boolean isLettered() {
        return state.vectorSpec()
                .get()
                .filter(spec -> spec.set().kind() == ContrastSet.Kind.CHOICE)
                .isPresent();
    }

    /** Items that may be swept: all with vectors out of a file, else the half that does not make the vectors. */
    int available() {
        int pairs =
                state.vectorSpec().get().map(spec -> spec.set().pairs().size()).orElse(0);
        return state.imported().get().isPresent() ? pairs : pairs - pairs / 2;
    }

    /** Where the vectors come from, in a few words. */
    String vectors() {
        return state.imported()
                .get()
                .map(saved -> "with " + saved.name() + " at "
                        + (saved.byLayer().size() == 1 ? "layer " : "layers ")
                        + saved.vectors().layerWords())
                .orElse("the other half makes the vectors");
    }

    private boolean isComplete() {
        return shown.get().filter(s -> s.report().map().complete()).isPresent();
    }

    private Optional<SweepRequest> request() {
        OptionalInt most = OptionalInt.of(Math.max(1, items().get()));
        return state.vectorSpec().get().map(spec -> state.imported()
                .get()
                .map(saved -> SweepRequest.with(given(saved), spec, most))
                .orElseGet(() -> SweepRequest.of(spec, most)));
    }

    private static SweepRequest.Given given(SavedVector saved) {
        return new SweepRequest.Given(saved.file().orElse(saved.name()), saved.vectors());
    }

    private void changed() {
        cancel();
        shown.set(Optional.empty());
        failure.set(Optional.empty());
        lookUp();
    }

    /** Shows what is kept of the sweep in force, whole or not. */
    void lookUp() {
        if (!ready.get()) {
            return;
        }
        OpenModel open = state.model().get().orElseThrow();
        SweepRequest request = request().orElseThrow();
        context.jobs()
                .ask(
                        "Looking for a sweep",
                        monitor -> context.lab().sweeps().known(open, request, monitor),
                        found -> found.filter(outcome -> asks(request.items()))
                                .ifPresent(outcome -> take(open, request, outcome.value())),
                        problem -> {});
    }

    /** Whether as many items are still wanted: of two looks the first may end last. */
    private boolean asks(OptionalInt items) {
        return request().filter(now -> now.items().equals(items)).isPresent();
    }

    /** Starts, or goes on where it was left. */
    void run() {
        if (!ready.get()) {
            return;
        }
        OpenModel open = state.model().get().orElseThrow();
        SweepRequest request = request().orElseThrow();
        AtomicReference<@Nullable SweepReport> latest = new AtomicReference<>();
        running.set(true);
        failure.set(Optional.empty());
        Job<?> started = context.jobs()
                .run(
                        Lane.ENGINE,
                        "Sweep of " + request.vector().set().name(),
                        monitor -> context.lab()
                                .sweeps()
                                .run(open, request, soFar -> offer(latest, open, request, soFar), monitor),
                        outcome -> take(open, request, outcome.value()),
                        problem -> failure.set(Optional.of(problem)),
                        this::ended);
        job = started;
        started.listen((j, now) -> Platform.runLater(() -> follow(j, now)));
    }

    private void follow(Job<?> of, JobState now) {
        if (of == job && running.get()) {
            progress.set(now instanceof JobState.Running r ? Optional.of(r) : Optional.empty());
        }
    }

    private void ended() {
        running.set(false);
        progress.set(Optional.empty());
        job = null;
        lookUp();
    }

    /** Calls a running sweep off; what is done stays. @return whether one was running */
    boolean cancel() {
        Job<?> now = job;
        if (now != null) {
            now.cancel();
        }
        return now != null;
    }

    /** From the engine's thread: of maps that pile up only the last is shown. */
    private void offer(
            AtomicReference<@Nullable SweepReport> latest, OpenModel open, SweepRequest request, SweepReport report) {
        if (latest.getAndSet(report) == null) {
            Platform.runLater(() -> {
                SweepReport last = latest.getAndSet(null);
                if (last != null) {
                    take(open, request, last);
                }
            });
        }
    }

    private void take(OpenModel open, SweepRequest request, SweepReport report) {
        boolean current = state.model().get().equals(Optional.of(open))
                && request().filter(request::isOfSame).isPresent();
        if (current) {
            shown.set(Optional.of(new Shown(open, request, report)));
        }
    }
}
