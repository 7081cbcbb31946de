package org.vectorscope.ui.geometry;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.vectorscope.figure.Figure;
import org.vectorscope.geometry.JacobianGeometry;
import org.vectorscope.job.Job;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.JacobianFigures;
import org.vectorscope.lab.Jacobians;
import org.vectorscope.lab.Jacobians.Place;
import org.vectorscope.lab.Outcome;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.geometry.GeometryViewModel.Measured;

/** The Jacobian beside a measured covariance: from the cache where it is there, else when asked for. */
final class JacobianViewModel {
    /** The two charts. */
    record Charts(Figure spectrum, Figure energy) {}

    private final ScreenContext context;
    private final GeometryViewModel geometry;
    private final ObjectProperty<Optional<JacobianGeometry>> measured = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Charts>> charts = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Boolean> running = new SimpleObjectProperty<>(false);
    private @Nullable Job<?> job;

    JacobianViewModel(ScreenContext context, GeometryViewModel geometry) {
        this.context = context;
        this.geometry = geometry;
        geometry.measured().subscribe(m -> {
            cancel();
            failure.set(Optional.empty());
            measured.set(m.flatMap(Measured::jacobian).map(Outcome::value));
        });
        measured.subscribe(m -> draw());
        geometry.threshold().subscribe(t -> draw());
    }

    /** Of what the geometry beside it is measured of; empty until then. */
    ObjectProperty<Optional<JacobianGeometry>> measured() {
        return measured;
    }

    ObjectProperty<Optional<Charts>> charts() {
        return charts;
    }

    ObjectProperty<Optional<Failure>> failure() {
        return failure;
    }

    ObjectProperty<Boolean> running() {
        return running;
    }

    boolean cancel() {
        if (job == null || !running.get()) {
            return false;
        }
        job.cancel();
        return true;
    }

    void measure() {
        geometry.measured().get().ifPresent(this::measure);
    }

    private void measure(Measured m) {
        failure.set(Optional.empty());
        running.set(true);
        Job<Outcome<JacobianGeometry>> started = context.jobs()
                .run(
                        Lane.ENGINE,
                        "Jacobian of layer " + m.layer(),
                        monitor -> outcome(m, monitor),
                        outcome -> {
                            if (geometry.measured().get().equals(Optional.of(m))) {
                                measured.set(Optional.of(outcome.value()));
                            }
                        },
                        problem -> failure.set(Optional.of(problem)));
        job = started;
        started.result()
                .whenComplete((value, thrown) -> Platform.runLater(() -> {
                    if (job == started) {
                        running.set(false);
                    }
                }));
    }

    private Outcome<JacobianGeometry> outcome(Measured m, Monitor monitor) {
        Jacobians jacobians = context.lab().jacobians();
        return m.corpus().isPresent()
                ? jacobians.ofCorpus(m.open(), m.corpus().get(), place(m), monitor)
                : jacobians.ofPairs(m.open(), m.vector().spec(), place(m), monitor);
    }

    private static Place place(Measured m) {
        return place(m.layer(), m.v());
    }

    /** As many prompts as are measured where nobody says otherwise. */
    static Place place(int layer, float[] v) {
        return new Place(layer, Jacobians.PROMPTS, Optional.of(v));
    }

    private void draw() {
        double threshold = geometry.threshold().get();
        charts.set(geometry.measured().get().flatMap(m -> measured.get().map(jacobian -> {
            JacobianFigures figures = new JacobianFigures(m.vector().figures(m.open()), m.open());
            return new Charts(figures.spectrum(jacobian, threshold), figures.energy(jacobian, threshold));
        })));
    }
}
