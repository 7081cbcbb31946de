package org.vectorscope.ui.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.job.Job;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.job.Monitor;
import org.vectorscope.lab.Comparison;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.Outcome;
import org.vectorscope.study.ArmKind;
import org.vectorscope.study.ArmList;
import org.vectorscope.study.SideBySideResult;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.Question;
import org.vectorscope.ui.common.ScreenContext;

/** What is run side by side, and what came of it. */
final class SideBySideViewModel {
    static final int MOST_COLUMNS = 8;

    private final ScreenContext context;
    private final LabState state;
    private final Inputs inputs;
    private final Columns columns = new Columns();
    private final BooleanProperty running = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Settings>> ranWith = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty fromCache = new SimpleBooleanProperty();
    private final BooleanProperty whole = new SimpleBooleanProperty();
    private final ObjectBinding<Freshness> freshness;
    private final List<Runnable> onSettled = new ArrayList<>();
    private Optional<Job<?>> job = Optional.empty();
    private boolean recalling;
    private BiConsumer<Settings, List<Column>> onResult = (ran, columns) -> {};

    SideBySideViewModel(ScreenContext context) {
        this.context = context;
        this.state = context.state();
        inputs = new Inputs(state);
        freshness =
                Bindings.createObjectBinding(this::freshnessNow, inputs.settings(), ranWith, running, fromCache, whole);
        state.question().subscribe(question -> question.ifPresent(this::recall));
        inputs.settings().subscribe(now -> {
            if (recalling) {
                lookUp();
            }
        });
    }

    /** Asks again what was asked once: the texts in sight give way to those as soon as the cache has told them. */
    private void recall(Question question) {
        state.question().set(Optional.empty());
        inputs.put(question);
        recalling = true;
        lookUp();
    }

    /** What is asked now; empty where nothing is typed or the set has no prompts. */
    List<String> prompts() {
        return inputs.prompts();
    }

    private Freshness freshnessNow() {
        if (running.get()) {
            return Freshness.RUNNING;
        }
        if (inputs.settings().get().isEmpty()) {
            return Freshness.MISSING;
        }
        if (ranWith.get().isEmpty() || !whole.get()) {
            return Freshness.TO_COMPUTE;
        }
        if (!ranWith.get().equals(inputs.settings().get())) {
            return Freshness.STALE;
        }
        return fromCache.get() ? Freshness.CACHED : Freshness.FRESH;
    }

    boolean canRun() {
        return inputs.settings().get().isPresent() && state.model().get().isPresent() && !running.get();
    }

    /** Runs what is set; reads it back where it is known. */
    void run() {
        if (!canRun()) {
            return;
        }
        Settings now = inputs.settings().get().orElseThrow();
        OpenModel open = state.model().get().orElseThrow();
        recalling = false;
        Sight before = new Sight(ranWith.get(), columns.all().get(), fromCache.get(), whole.get());
        show(now);
        failure.set(Optional.empty());
        running.set(true);
        TokenStream stream = new TokenStream(columns.reader(now, this::settled));
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
                            if (!whole.get() && columns.isEmpty()) {
                                before.putBack(this);
                            }
                            running.set(false);
                            settled();
                        }));
    }

    /** Fills the columns where the cache knows the answer, without a click. */
    void lookUp() {
        if (!canRun() || !isOpen()) {
            return;
        }
        Settings now = inputs.settings().get().orElseThrow();
        OpenModel open = state.model().get().orElseThrow();
        context.jobs()
                .ask(
                        "Looking into the cache",
                        monitor -> context.lab().generations().cached(open, comparison(open, now, monitor)),
                        found -> found.filter(o -> isOpen()
                                        && !running.get()
                                        && inputs.settings().get().equals(Optional.of(now)))
                                .ifPresent(outcome -> {
                                    recalling = false;
                                    show(now);
                                    take(now, outcome);
                                    settled();
                                }),
                        problem -> {});
    }

    /** Whether an answer out of the cache may fill the columns: they are empty, or their texts were asked away. */
    private boolean isOpen() {
        return ranWith.get().isEmpty() || recalling;
    }

    private Comparison comparison(OpenModel open, Settings now, Monitor monitor) {
        return ComparisonOf.settings(open, now, context.lab().directions(), monitor);
    }

    /** What the columns showed before a run that was called off before its first token. */
    private record Sight(Optional<Settings> ran, List<Column> columns, boolean fromCache, boolean whole) {
        void putBack(SideBySideViewModel model) {
            model.columns.all().set(columns);
            model.ranWith.set(ran);
            model.fromCache.set(fromCache);
            model.whole.set(whole);
        }
    }

    /** Empty columns for a run, the pinned ones behind them. */
    private void show(Settings now) {
        ranWith.set(Optional.of(now));
        fromCache.set(false);
        whole.set(false);
        columns.begin(now);
    }

    private void take(Settings ran, Outcome<SideBySideResult> outcome) {
        if (!ranWith.get().equals(Optional.of(ran))) {
            return;
        }
        fromCache.set(outcome.cached());
        whole.set(true);
        columns.fill(ran, outcome.value());
        onResult.accept(ran, columns.all().get());
    }

    /** Called on the JavaFX thread when a run has ended with numbers. */
    void onResult(BiConsumer<Settings, List<Column>> listener) {
        onResult = listener;
    }

    /** Stops the run; what came so far stays. @return whether there was one */
    boolean stop() {
        job.ifPresent(Job::cancel);
        return running.get();
    }

    /** Keeps a column beside the next runs. */
    void pin(Column column) {
        columns.pin(column, ranWith.get().map(Settings::words).orElse(""));
    }

    void unpin(Column column) {
        columns.unpin(column);
    }

    boolean hasRoom() {
        return inputs.arms().get().arms().size() + columns.pinned() < MOST_COLUMNS;
    }

    /** One more arm of this kind; another draw where it has draws. */
    void add(ArmKind kind) {
        inputs.add(kind);
    }

    boolean canAdd(ArmKind kind) {
        return hasRoom() && inputs.isFree(kind);
    }

    /** Takes the last draw of the arm's kind away, so that draws stay numbered from 1. */
    void remove(ArmList.Named arm) {
        inputs.remove(arm);
    }

    /** Called on the JavaFX thread after tokens arrived or a run ended. */
    void onSettled(Runnable listener) {
        onSettled.add(listener);
    }

    private void settled() {
        onSettled.forEach(Runnable::run);
    }

    ObjectProperty<PromptSource> source() {
        return inputs.source();
    }

    StringProperty prompt() {
        return inputs.prompt();
    }

    ObjectProperty<ArmList> arms() {
        return inputs.arms();
    }

    ObjectProperty<TokenRange> tokens() {
        return inputs.tokens();
    }

    DoubleProperty temperature() {
        return inputs.temperature();
    }

    DoubleProperty samples() {
        return inputs.samples();
    }

    DoubleProperty longest() {
        return inputs.longest();
    }

    DoubleProperty seed() {
        return inputs.seed();
    }

    /** In force now or when the last run began; pinned ones last. */
    ObjectProperty<List<Column>> columns() {
        return columns.all();
    }

    /** Index of the column that differences are told from. */
    ObjectProperty<Integer> reference() {
        return columns.reference();
    }

    BooleanProperty running() {
        return running;
    }

    /** Whether the texts in sight are all of their run; one that was stopped or failed leaves a part. */
    BooleanProperty whole() {
        return whole;
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
        return inputs.settings();
    }

    ObjectBinding<Freshness> freshness() {
        return freshness;
    }
}
