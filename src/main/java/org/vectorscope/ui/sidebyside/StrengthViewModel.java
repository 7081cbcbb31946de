package org.vectorscope.ui.sidebyside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vectorscope.job.Job;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Direction;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.study.ArmKind;
import org.vectorscope.study.SideBySideSpec.Prompt;
import org.vectorscope.study.StrengthScale.KlCurve;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.VectorInForce;

/**
 * What the strengths on the slider mean. KL is measured once for each vector, layer and prompt: a dozen rows of one
 * token. Where texts break up is learned from what was run, so that it costs nothing and is never guessed.
 */
final class StrengthViewModel {
    private record Place(VectorInForce vector, int layer) {}

    private record Subject(Place place, String prompt) {}

    private final ScreenContext context;
    private final ObjectProperty<Optional<StrengthMeaning>> meaning = new SimpleObjectProperty<>(Optional.empty());
    private final Map<Place, List<Double>> broken = new HashMap<>();
    private Optional<Subject> measured = Optional.empty();
    private Optional<Job<StrengthMeaning>> job = Optional.empty();

    StrengthViewModel(ScreenContext context) {
        this.context = context;
    }

    /** Empty until it was measured for what is set. */
    ObjectProperty<Optional<StrengthMeaning>> meaning() {
        return meaning;
    }

    /** Measures unless that was done; behind whatever the engine does now. */
    void measure(Settings settings) {
        Optional<OpenModel> open = context.state().model().get();
        Subject subject = new Subject(place(settings), settings.prompts().getFirst());
        if (open.isEmpty() || measured.equals(Optional.of(subject))) {
            return;
        }
        job.ifPresent(Job::cancel);
        measured = Optional.of(subject);
        meaning.set(Optional.empty());
        job = Optional.of(context.jobs()
                .run(
                        Lane.ENGINE,
                        "Measuring what strengths mean",
                        monitor -> measure(open.get(), settings, monitor),
                        found -> {
                            if (measured.equals(Optional.of(subject))) {
                                meaning.set(Optional.of(found.breakingFrom(breaksUpFrom(subject.place()))));
                            }
                        },
                        failure -> measured = Optional.empty()));
    }

    private static Place place(Settings settings) {
        return new Place(settings.vector(), settings.layer());
    }

    private StrengthMeaning measure(OpenModel open, Settings settings, Monitor monitor) {
        String text = settings.prompts().getFirst();
        int[] ids = open.prompt(text, settings.vector().spec().template(), settings.system())
                .ids();
        float[] v = settings.vector().outcome().value().at(settings.layer());
        Direction direction = new Direction(settings.layer(), v, OptionalDouble.empty(), Optional.empty());
        KlCurve kl = context.lab()
                .generations()
                .scale(open, direction, List.of(new Prompt(text, ids)))
                .kl(monitor);
        double share = settings.vector().at(settings.layer()).orElseThrow().normRatio();
        return new StrengthMeaning(share, kl, OptionalDouble.empty());
    }

    /** Takes note of whether the texts of v fell apart at the strength that was run. */
    void learn(Settings ran, List<Column> columns) {
        double excess = nll(columns, ArmKind.V) - nll(columns, ArmKind.NONE);
        if (excess > StrengthMeaning.BROKEN) {
            broken.computeIfAbsent(place(ran), p -> new ArrayList<>()).add(ran.strength());
            meaning.set(meaning.get().map(m -> m.breakingFrom(breaksUpFrom(place(ran)))));
        }
    }

    /** NaN where there is no such column. */
    private static double nll(List<Column> columns, ArmKind kind) {
        return columns.stream()
                .filter(c -> c.arm().kind() == kind && !c.isPinned())
                .mapToDouble(c -> c.figures().get().nll())
                .findFirst()
                .orElse(Double.NaN);
    }

    private OptionalDouble breaksUpFrom(Place place) {
        return broken.getOrDefault(place, List.of()).stream()
                .mapToDouble(s -> s)
                .min();
    }
}
