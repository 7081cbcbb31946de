package org.vectorscope.ui.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.study.ArmKind;
import org.vectorscope.study.ArmList;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.Question;
import org.vectorscope.ui.common.VectorInForce;

/** What the person sets: prompts, arms, sampling; with what is in force they make the settings of a run. */
final class Inputs {
    private final LabState state;
    private final ObjectProperty<PromptSource> source = new SimpleObjectProperty<>(PromptSource.PROMPT);
    private final StringProperty prompt =
            new SimpleStringProperty("Write a short review of the hotel you stayed at last week.");
    private final ObjectProperty<ArmList> arms =
            new SimpleObjectProperty<>(ArmList.parse("none,v,-v,orthogonal,random"));
    private final ObjectProperty<TokenRange> tokens = new SimpleObjectProperty<>(TokenRange.FROM_LAST);
    private final DoubleProperty temperature = new SimpleDoubleProperty(0.8);
    private final DoubleProperty samples = new SimpleDoubleProperty(3);
    private final DoubleProperty longest = new SimpleDoubleProperty(80);
    private final DoubleProperty seed = new SimpleDoubleProperty(7);
    private final ObjectBinding<Optional<Settings>> settings;

    Inputs(LabState state) {
        this.state = state;
        settings = Bindings.createObjectBinding(this::now, new Observable[] {
            source,
            prompt,
            arms,
            tokens,
            temperature,
            samples,
            longest,
            seed,
            state.vector(),
            state.layer(),
            state.strength(),
            state.system(),
            state.set(),
            state.template()
        });
    }

    /** Sets what is asked; vector, layer and strength are in force for all screens. */
    void put(Question question) {
        boolean one = question.prompts().size() == 1;
        source.set(one ? PromptSource.PROMPT : PromptSource.SUITE);
        if (one) {
            prompt.set(question.prompts().getFirst());
        }
        arms.set(question.arms());
        tokens.set(question.tokens());
        samples.set(question.samples());
        temperature.set(question.sampling().temperature());
        longest.set(question.sampling().maxTokens());
        seed.set(question.sampling().seed());
    }

    private Optional<Settings> now() {
        List<String> asked = prompts();
        return state.vector()
                .get()
                .filter(vector ->
                        !asked.isEmpty() && vector.at(state.layer().get()).isPresent())
                .map(vector -> with(asked, vector));
    }

    private Settings with(List<String> asked, VectorInForce vector) {
        return new Settings(
                asked,
                state.system().get(),
                arms.get(),
                state.layer().get(),
                state.strength().get(),
                tokens.get(),
                samples.getValue().intValue(),
                new Sampling(
                        temperature.get(),
                        1,
                        longest.getValue().intValue(),
                        seed.getValue().longValue(),
                        false),
                vector);
    }

    /** What is asked now; empty where nothing is typed or the set has no prompts. */
    List<String> prompts() {
        if (source.get() == PromptSource.PROMPT) {
            return prompt.get().isBlank() ? List.of() : List.of(prompt.get().strip());
        }
        return state.set().get().map(Question::suite).orElse(List.of());
    }

    /** One more arm of this kind; another draw where it has draws. */
    void add(ArmKind kind) {
        List<ArmList.Named> all = new ArrayList<>(arms.get().arms());
        int draws = (int) all.stream().filter(a -> a.kind() == kind).count();
        all.add(new ArmList.Named(kind, kind.isDrawn() ? draws + 1 : 0));
        arms.set(new ArmList(List.copyOf(all)));
    }

    /** Whether the kind may stand more than once, or does not stand yet. */
    boolean isFree(ArmKind kind) {
        return kind.isDrawn() || arms.get().arms().stream().noneMatch(a -> a.kind() == kind);
    }

    /** Takes the last draw of the arm's kind away, so that draws stay numbered from 1. */
    void remove(ArmList.Named arm) {
        List<ArmList.Named> all = new ArrayList<>(arms.get().arms());
        all.stream().filter(a -> a.kind() == arm.kind()).reduce((a, b) -> b).ifPresent(all::remove);
        if (!all.isEmpty()) {
            arms.set(new ArmList(List.copyOf(all)));
        }
    }

    ObjectProperty<PromptSource> source() {
        return source;
    }

    StringProperty prompt() {
        return prompt;
    }

    ObjectProperty<ArmList> arms() {
        return arms;
    }

    ObjectProperty<TokenRange> tokens() {
        return tokens;
    }

    DoubleProperty temperature() {
        return temperature;
    }

    DoubleProperty samples() {
        return samples;
    }

    DoubleProperty longest() {
        return longest;
    }

    DoubleProperty seed() {
        return seed;
    }

    /** What a run would take now; empty where something is missing. */
    ObjectBinding<Optional<Settings>> settings() {
        return settings;
    }
}
