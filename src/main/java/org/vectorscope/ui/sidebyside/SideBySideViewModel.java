package org.vectorscope.ui.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.vectorscope.contrast.PromptSuite;
import org.vectorscope.engine.Sampling;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.job.Job;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Comparison;
import org.vectorscope.lab.Direction;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.Outcome;
import org.vectorscope.study.ArmKind;
import org.vectorscope.study.ArmList;
import org.vectorscope.study.SideBySideListener.Cell;
import org.vectorscope.study.SideBySideResult;
import org.vectorscope.study.SideBySideSpec;
import org.vectorscope.study.SideBySideSpec.Prompt;
import org.vectorscope.study.StrengthUnit;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.VectorInForce;

/** What is run side by side, and what came of it. */
final class SideBySideViewModel {
    static final int MOST_COLUMNS = 8;
    private static final int MOST_SUITE = 8;

    private final ScreenContext context;
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
    private final ObjectProperty<List<Column>> columns = new SimpleObjectProperty<>(List.of());
    private final List<Column> pinned = new ArrayList<>();
    private final ObjectProperty<Integer> reference = new SimpleObjectProperty<>(0);
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Settings>> ranWith = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty fromCache = new SimpleBooleanProperty();
    private final ObjectBinding<Optional<Settings>> settings;
    private final ObjectBinding<Freshness> freshness;
    private final List<Runnable> onSettled = new ArrayList<>();
    private Optional<Job<?>> job = Optional.empty();
    private BiConsumer<Settings, List<Column>> onResult = (ran, columns) -> {};
    private long begun;

    SideBySideViewModel(ScreenContext context) {
        this.context = context;
        this.state = context.state();
        settings = Bindings.createObjectBinding(this::settingsNow, new Observable[] {
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
        freshness = Bindings.createObjectBinding(this::freshnessNow, settings, ranWith, running, fromCache);
    }

    private Optional<Settings> settingsNow() {
        List<String> asked = prompts();
        return state.vector()
                .get()
                .filter(vector ->
                        !asked.isEmpty() && vector.at(state.layer().get()).isPresent())
                .map(vector -> new Settings(
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
                        vector));
    }

    /** What is asked now; empty where nothing is typed or the set has no prompts. */
    List<String> prompts() {
        if (source.get() == PromptSource.PROMPT) {
            return prompt.get().isBlank() ? List.of() : List.of(prompt.get().strip());
        }
        return state.set()
                .get()
                .map(set -> PromptSuite.of(set).all().stream().limit(MOST_SUITE).toList())
                .orElse(List.of());
    }

    private Freshness freshnessNow() {
        if (running.get()) {
            return Freshness.RUNNING;
        }
        if (settings.get().isEmpty()) {
            return Freshness.MISSING;
        }
        if (ranWith.get().isEmpty()) {
            return Freshness.TO_COMPUTE;
        }
        if (!ranWith.get().equals(settings.get())) {
            return Freshness.STALE;
        }
        return fromCache.get() ? Freshness.CACHED : Freshness.FRESH;
    }

    boolean canRun() {
        return settings.get().isPresent() && state.model().get().isPresent() && !running.get();
    }

    /** Runs what is set; reads it back where it is known. */
    void run() {
        if (!canRun()) {
            return;
        }
        Settings now = settings.get().orElseThrow();
        OpenModel open = state.model().get().orElseThrow();
        show(now);
        failure.set(Optional.empty());
        running.set(true);
        begun = System.nanoTime();
        TokenStream stream = new TokenStream(new Reader(now));
        stream.start();
        job = Optional.of(context.jobs()
                .run(
                        Lane.ENGINE,
                        "Generating",
                        monitor ->
                                context.lab().generations().run(open, comparison(open, now, monitor), stream, monitor),
                        outcome -> take(now, outcome),
                        problem -> failure.set(Optional.of(problem)),
                        () -> {
                            stream.stop();
                            running.set(false);
                            settled();
                        }));
    }

    /** Fills the columns where the cache knows the answer, without a click. */
    void lookUp() {
        if (!canRun() || ranWith.get().isPresent()) {
            return;
        }
        Settings now = settings.get().orElseThrow();
        OpenModel open = state.model().get().orElseThrow();
        context.jobs()
                .ask(
                        "Looking into the cache",
                        monitor -> context.lab().generations().cached(open, comparison(open, now, monitor)),
                        found -> found.filter(o -> ranWith.get().isEmpty() && !running.get())
                                .ifPresent(outcome -> {
                                    show(now);
                                    take(now, outcome);
                                    settled();
                                }),
                        problem -> {});
    }

    private Comparison comparison(OpenModel open, Settings now, Monitor monitor) {
        Direction direction = direction(now);
        Direction whole = now.arms().needsCovariance()
                ? context.lab().directions().with(direction, open, now.vector().spec(), monitor)
                : direction;
        List<Prompt> prompts = now.prompts().stream()
                .map(text -> new Prompt(
                        text,
                        open.prompt(text, now.vector().spec().template(), now.system())
                                .ids()))
                .toList();
        SideBySideSpec spec = new SideBySideSpec(
                prompts,
                now.arms(),
                now.layer(),
                now.strength(),
                StrengthUnit.VECTOR,
                now.tokens(),
                now.samples(),
                now.sampling());
        return Comparison.trainedOnAll(spec, whole, now.vector().spec().set());
    }

    private static Direction direction(Settings now) {
        VectorInForce vector = now.vector();
        return new Direction(
                now.layer(),
                vector.outcome().value().at(now.layer()),
                OptionalDouble.of(vector.at(now.layer()).orElseThrow().residualNorm()),
                Optional.empty());
    }

    /** Empty columns for a run, the pinned ones behind them. */
    private void show(Settings now) {
        List<Column> next = new ArrayList<>();
        now.arms().arms().forEach(arm -> next.add(Column.of(arm, now.rows())));
        next.addAll(pinned);
        ranWith.set(Optional.of(now));
        fromCache.set(false);
        columns.set(List.copyOf(next));
        if (reference.get() >= now.arms().arms().size()) {
            reference.set(0);
        }
    }

    private void take(Settings ran, Outcome<SideBySideResult> outcome) {
        if (!ranWith.get().equals(Optional.of(ran))) {
            return;
        }
        fromCache.set(outcome.cached());
        SideBySideResult result = outcome.value();
        for (int arm = 0; arm < ran.arms().arms().size(); arm++) {
            Column column = columns.get().get(arm);
            column.figures().set(FiguresOf.arm(result, arm));
            for (int p = 0; p < result.prompts().size(); p++) {
                fill(
                        column,
                        p * ran.samples(),
                        result.prompts().get(p).arms().get(arm).samples());
            }
        }
        onResult.accept(ran, columns.get());
    }

    /** Called on the JavaFX thread when a run has ended with numbers. */
    void onResult(BiConsumer<Settings, List<Column>> listener) {
        onResult = listener;
    }

    /** What the stream did not bring: everything where the answer was in the cache. */
    private static void fill(Column column, int row, List<SideBySideResult.Sample> texts) {
        for (int sample = 0; sample < texts.size(); sample++) {
            SampleText text = column.texts().get(row + sample);
            SideBySideResult.Sample from = texts.get(sample);
            for (int i = text.length(); i < from.pieces().size(); i++) {
                double cosine = i < from.cosines().length ? from.cosines()[i] : Double.NaN;
                text.append(new SampleText.Token(from.pieces().get(i), cosine));
            }
        }
    }

    /** Stops the run; what came so far stays. @return whether there was one */
    boolean stop() {
        job.ifPresent(Job::cancel);
        return running.get();
    }

    /** Keeps a column beside the next runs. */
    void pin(Column column) {
        String note = ranWith.get().map(Settings::words).orElse("");
        pinned.add(column.pinned(note));
        List<Column> all = new ArrayList<>(columns.get());
        all.add(pinned.getLast());
        columns.set(List.copyOf(all));
    }

    void unpin(Column column) {
        pinned.remove(column);
        columns.set(columns.get().stream().filter(c -> c != column).toList());
    }

    boolean hasRoom() {
        return arms.get().arms().size() + pinned.size() < MOST_COLUMNS;
    }

    /** One more arm of this kind; another draw where it has draws. */
    void add(ArmKind kind) {
        List<ArmList.Named> all = new ArrayList<>(arms.get().arms());
        int draws = (int) all.stream().filter(a -> a.kind() == kind).count();
        all.add(new ArmList.Named(kind, kind.isDrawn() ? draws + 1 : 0));
        arms.set(new ArmList(List.copyOf(all)));
    }

    boolean canAdd(ArmKind kind) {
        return hasRoom() && (kind.isDrawn() || arms.get().arms().stream().noneMatch(a -> a.kind() == kind));
    }

    /** Takes the last draw of the arm's kind away, so that draws stay numbered from 1. */
    void remove(ArmList.Named arm) {
        List<ArmList.Named> all = new ArrayList<>(arms.get().arms());
        all.stream().filter(a -> a.kind() == arm.kind()).reduce((a, b) -> b).ifPresent(all::remove);
        if (!all.isEmpty()) {
            arms.set(new ArmList(List.copyOf(all)));
        }
    }

    /** Called on the JavaFX thread after tokens arrived or a run ended. */
    void onSettled(Runnable listener) {
        onSettled.add(listener);
    }

    private void settled() {
        onSettled.forEach(Runnable::run);
    }

    /** Appends to the columns that were there when the run began. */
    private final class Reader implements TokenStream.Reader {
        private final Settings ran;
        private final List<Column> into = columns.get();

        Reader(Settings ran) {
            this.ran = ran;
        }

        @Override
        public void token(Cell cell, SampleText.Token token) {
            into.get(cell.arm())
                    .texts()
                    .get(cell.prompt() * ran.samples() + cell.sample())
                    .append(token);
        }

        @Override
        public void settled() {
            double seconds = (System.nanoTime() - begun) / 1e9;
            for (int arm = 0; arm < ran.arms().arms().size(); arm++) {
                Column column = into.get(arm);
                double all =
                        column.texts().stream().mapToInt(SampleText::length).sum();
                column.figures()
                        .set(column.figures().get().growing(all / column.texts().size(), all / seconds));
            }
            SideBySideViewModel.this.settled();
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

    /** In force now or when the last run began; pinned ones last. */
    ObjectProperty<List<Column>> columns() {
        return columns;
    }

    /** Index of the column that differences are told from. */
    ObjectProperty<Integer> reference() {
        return reference;
    }

    BooleanProperty running() {
        return running;
    }

    ObjectProperty<Optional<Failure>> failure() {
        return failure;
    }

    /** What the texts in sight were run with. */
    ObjectProperty<Optional<Settings>> ranWith() {
        return ranWith;
    }

    /** What a run would take now; empty where something is missing. */
    ObjectBinding<Optional<Settings>> settings() {
        return settings;
    }

    ObjectBinding<Freshness> freshness() {
        return freshness;
    }
}
