package org.vectorscope.ui.sidebyside;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Direction;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.study.SideBySideSpec.Prompt;
import org.vectorscope.study.StrengthScale.KlCurve;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.VectorInForce;

/** What the strengths on the slider mean; measured once for each vector, layer and prompt. */
final class StrengthViewModel {
    private record Subject(VectorInForce vector, int layer, String prompt) {}

    private final ScreenContext context;
    private final ObjectProperty<Optional<StrengthMeaning>> meaning = new SimpleObjectProperty<>(Optional.empty());
    private Optional<Subject> measured = Optional.empty();

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
        Subject subject = new Subject(settings.vector(), settings.layer(), settings.prompts().getFirst());
        if (open.isEmpty() || measured.equals(Optional.of(subject))) {
            return;
        }
        measured = Optional.of(subject);
        meaning.set(Optional.empty());
        context.jobs().run(
                Lane.ENGINE,
                "Measuring what strengths mean",
                monitor -> measure(open.get(), settings, monitor),
                found -> {
                    if (measured.equals(Optional.of(subject))) {
                        meaning.set(Optional.of(found));
                    }
                },
                failure -> {});
    }

    private StrengthMeaning measure(OpenModel open, Settings settings, Monitor monitor) {
        String text = settings.prompts().getFirst();
        int[] ids = open.prompt(text, settings.vector().spec().template(), settings.system()).ids();
        float[] v = settings.vector().outcome().value().at(settings.layer());
        Direction direction = new Direction(settings.layer(), v, OptionalDouble.empty(), Optional.empty());
        KlCurve kl = context.lab().generations().scale(open, direction, List.of(new Prompt(text, ids))).kl(monitor);
        return new StrengthMeaning(
                settings.vector().at(settings.layer()).orElseThrow().normRatio(),
                kl,
                StrengthMeaning.breaksUpFrom(open, settings, ids, monitor));
    }
}
