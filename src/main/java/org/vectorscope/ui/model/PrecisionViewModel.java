package org.vectorscope.ui.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vectorscope.engine.Precision;
import org.vectorscope.job.Job;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.Outcome;
import org.vectorscope.lab.PrecisionChoice;
import org.vectorscope.study.PrecisionCost;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.ScreenContext;

/** The precisions that the selected model can be loaded in, and what each costs as far as that was measured. */
final class PrecisionViewModel {
    /** Those that the CPU computes in. */
    static final List<Precision> OFFERED = List.of(Precision.F32, Precision.F16W, Precision.BF16, Precision.W4);

    private final ModelViewModel model;
    private final ScreenContext context;
    private final ObjectProperty<Map<Precision, PrecisionCost>> costs = new SimpleObjectProperty<>(Map.of());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Precision>> measuring = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Job<?>> job = Optional.empty();

    PrecisionViewModel(ModelViewModel model) {
        this.model = model;
        this.context = model.context();
        model.details().subscribe(details -> {
            costs.set(details.map(ModelDetails::costs).orElse(Map.of()));
            failure.set(Optional.empty());
        });
    }

    /** Where the selected model is not the one in force, it waits for being loaded. */
    void choose(PrecisionChoice choice) {
        if (open().isPresent() || context.state().model().get().isEmpty()) {
            context.commands().choose(choice);
        } else {
            context.state().precision().set(choice);
        }
    }

    /** What the selected model would be loaded in if it were left to this machine. */
    Precision suited(ModelDetails details) {
        return context.lab().models().likely(PrecisionChoice.AUTOMATIC, precision -> details.memory(precision)
                .total());
    }

    /** How many times as fast 16-bit weights are as float32 ones on this processor, once it was tried. */
    OptionalDouble halfSpeed() {
        return context.lab().compute().halfSpeed();
    }

    /** The selected model, where it is the one in force. */
    Optional<OpenModel> open() {
        return model.details().get().filter(d -> model.isInForce(d.entry())).flatMap(d -> context.state()
                .model()
                .get());
    }

    void measure(Precision precision) {
        OpenModel open = open().orElseThrow();
        failure.set(Optional.empty());
        measuring.set(Optional.of(precision));
        Job<Outcome<PrecisionCost>> started = context.jobs()
                .run(
                        Lane.ENGINE,
                        "What " + precision.title() + " costs",
                        monitor -> context.lab().precisions().measure(open, precision, monitor),
                        outcome -> take(open, precision, outcome.value()),
                        problem -> failure.set(Optional.of(problem)),
                        () -> measuring.set(Optional.empty()));
        job = Optional.of(started);
    }

    private void take(OpenModel measured, Precision precision, PrecisionCost cost) {
        boolean inSight = model.details()
                .get()
                .filter(d -> d.checkpoint().path().equals(measured.checkpoint().path()))
                .isPresent();
        if (inSight) {
            Map<Precision, PrecisionCost> more = new EnumMap<>(Precision.class);
            more.putAll(costs.get());
            more.put(precision, cost);
            costs.set(more);
        }
    }

    boolean cancel() {
        if (measuring.get().isEmpty()) {
            return false;
        }
        job.ifPresent(Job::cancel);
        return true;
    }

    ObjectProperty<Map<Precision, PrecisionCost>> costs() {
        return costs;
    }

    ObjectProperty<Optional<Failure>> failure() {
        return failure;
    }

    /** Which is being measured. */
    ObjectProperty<Optional<Precision>> measuring() {
        return measuring;
    }

    ModelViewModel model() {
        return model;
    }
}
