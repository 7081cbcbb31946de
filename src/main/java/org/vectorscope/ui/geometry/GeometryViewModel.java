package org.vectorscope.ui.geometry;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.vectorscope.figure.Bins;
import org.vectorscope.figure.Figure;
import org.vectorscope.geometry.ActivationGeometry;
import org.vectorscope.geometry.JacobianGeometry;
import org.vectorscope.job.Job;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.job.Jobs.Work;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Figures;
import org.vectorscope.lab.Jacobians;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.Outcome;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.VectorInForce;

/** What the Geometry screen shows and does, without how it looks. Measures anew whenever what is in force changes. */
final class GeometryViewModel {
    /** What was measured, and of what. @param jacobian where it is known already */
    record Measured(
            OpenModel open,
            VectorInForce vector,
            int layer,
            Optional<Path> corpus,
            Outcome<ActivationGeometry> outcome,
            Optional<Outcome<JacobianGeometry>> jacobian) {
        float[] v() {
            return vector.outcome().value().at(layer);
        }

        ActivationGeometry geometry() {
            return outcome.value();
        }
    }

    /** The four charts. */
    record Charts(Figure norms, Optional<Figure> differences, Figure spectrum, Figure energy) {}

    private final ScreenContext context;
    private final LabState state;
    private final DoubleProperty threshold = new SimpleDoubleProperty(ActivationGeometry.DEFAULT_THRESHOLD);
    private final ObjectProperty<Optional<Measured>> measured = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Charts>> charts = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<SortedSet<Integer>> bars = new SimpleObjectProperty<>(new TreeSet<>());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Boolean> running = new SimpleObjectProperty<>(false);
    private @Nullable Job<?> job;
    private boolean inFront;

    GeometryViewModel(ScreenContext context) {
        this.context = context;
        this.state = context.state();
        state.vector().subscribe(vector -> changed());
        state.layer().subscribe(layer -> changed());
        state.corpus().subscribe(file -> changed());
        measured.subscribe(m -> {
            bars.set(new TreeSet<>());
            draw();
        });
        threshold.subscribe(t -> drawThreshold());
        bars.subscribe(b -> draw());
    }

    /** Share of the largest eigenvalue below which a direction counts as null. */
    DoubleProperty threshold() {
        return threshold;
    }

    /** A text file whose tokens are measured; empty for the pairs. */
    ObjectProperty<Optional<Path>> corpus() {
        return state.corpus();
    }

    /** Empty while nothing is measured of what is in force. */
    ObjectProperty<Optional<Measured>> measured() {
        return measured;
    }

    ObjectProperty<Optional<Charts>> charts() {
        return charts;
    }

    /** Selected bars of the pair differences. */
    ObjectProperty<SortedSet<Integer>> bars() {
        return bars;
    }

    ObjectProperty<Optional<Failure>> failure() {
        return failure;
    }

    ObjectProperty<Boolean> running() {
        return running;
    }

    /** Measures if nothing is measured yet; from then on, whenever what is in force changes. */
    void shown() {
        inFront = true;
        if (measured.get().isEmpty() && !running.get()) {
            measure();
        }
    }

    boolean cancel() {
        if (job == null || !running.get()) {
            return false;
        }
        job.cancel();
        return true;
    }

    boolean canMeasure() {
        return state.vector()
                .get()
                .filter(vector -> vector.at(state.layer().get()).isPresent())
                .isPresent();
    }

    private void changed() {
        cancel();
        measured.set(Optional.empty());
        if (inFront) {
            measure();
        }
    }

    void measure() {
        if (!canMeasure() || state.model().get().isEmpty()) {
            return;
        }
        OpenModel open = state.model().get().get();
        VectorInForce vector = state.vector().get().orElseThrow();
        int layer = state.layer().get();
        Optional<Path> file = state.corpus().get();
        failure.set(Optional.empty());
        running.set(true);
        Work<Measured> work = monitor -> new Measured(
                open,
                vector,
                layer,
                file,
                outcome(open, vector, layer, file, monitor),
                jacobian(open, vector, layer, file, monitor));
        Job<Measured> started = context.jobs()
                .run(
                        Lane.ENGINE,
                        "Geometry of layer " + layer,
                        work,
                        this::take,
                        problem -> failure.set(Optional.of(problem)));
        job = started;
        started.result()
                .whenComplete((value, thrown) -> javafx.application.Platform.runLater(() -> {
                    if (job == started) {
                        running.set(false);
                    }
                }));
    }

    private Outcome<ActivationGeometry> outcome(
            OpenModel open, VectorInForce vector, int layer, Optional<Path> file, Monitor monitor) {
        return file.isPresent()
                ? context.lab().geometries().ofCorpus(open, file.get(), layer, monitor)
                : context.lab().geometries().ofPairs(open, vector.spec(), layer, monitor);
    }

    private Optional<Outcome<JacobianGeometry>> jacobian(
            OpenModel open, VectorInForce vector, int layer, Optional<Path> file, Monitor monitor) {
        Jacobians jacobians = context.lab().jacobians();
        Jacobians.Place place =
                JacobianViewModel.place(layer, vector.outcome().value().at(layer));
        return file.isPresent()
                ? jacobians.cached(open, file.get(), place)
                : jacobians.cached(open, vector.spec(), place, monitor);
    }

    private void take(Measured result) {
        boolean current = state.vector().get().equals(Optional.of(result.vector()))
                && state.layer().get() == result.layer()
                && state.corpus().get().equals(result.corpus());
        if (current) {
            measured.set(Optional.of(result));
        }
    }

    private void draw() {
        charts.set(measured.get().map(this::charts));
    }

    /** The threshold is in two of the charts only; the others stay the same while it is dragged. */
    private void drawThreshold() {
        charts.set(measured.get().flatMap(m -> charts.get().map(before -> {
            Figures figures = m.vector().figures(m.open());
            return new Charts(
                    before.norms(),
                    before.differences(),
                    figures.spectrum(m.geometry(), threshold.get()),
                    figures.energy(m.geometry(), m.v(), threshold.get()));
        })));
    }

    private Charts charts(Measured m) {
        Figures figures = m.vector().figures(m.open());
        boolean pairs = m.geometry().source() == ActivationGeometry.Source.PAIRS;
        return new Charts(
                figures.activationNorms(m.geometry(), m.v()),
                pairs
                        ? Optional.of(figures.pairDifferences(m.geometry(), m.v(), new TreeSet<>(bars.get())))
                        : Optional.empty(),
                figures.spectrum(m.geometry(), threshold.get()),
                figures.energy(m.geometry(), m.v(), threshold.get()));
    }

    /** Selects one bar of the pair differences, or none if it was selected. */
    void select(int bar) {
        bars.set(bars.get().contains(bar) ? new TreeSet<>() : new TreeSet<>(List.of(bar)));
    }

    /** Pairs whose difference lies in a selected bar, counted from 0 among the pairs in use. */
    List<Integer> selectedPairs() {
        return measured.get()
                .map(m -> {
                    double[] norms = m.geometry().pairDifferenceNorms();
                    Bins bins = Bins.of(norms);
                    return IntStream.range(0, norms.length)
                            .filter(pair -> bars.get().contains(bins.of(norms[pair])))
                            .boxed()
                            .toList();
                })
                .orElse(List.of());
    }

    /** Takes the selected pairs out of what vectors are made from. */
    void dropSelected() {
        SortedSet<Integer> dropped = new TreeSet<>(state.dropped().get());
        List<Integer> kept = keptPairs();
        selectedPairs().forEach(pair -> dropped.add(kept.get(pair)));
        state.dropped().set(dropped);
    }

    /** Place in the whole set of each pair in use. */
    List<Integer> keptPairs() {
        int all = state.set().get().map(set -> set.pairs().size()).orElse(0);
        return IntStream.range(0, all)
                .filter(pair -> !state.dropped().get().contains(pair))
                .boxed()
                .toList();
    }
}
