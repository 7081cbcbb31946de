package org.vectorscope.ui.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.job.Jobs.Work;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.SavedVector;
import org.vectorscope.lab.VectorLibrary;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Run;
import org.vectorscope.store.RunFilter;
import org.vectorscope.store.Store;
import org.vectorscope.store.Usage;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.FxJobs;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;

/** What the Runs screen shows. On the JavaFX thread; the store is asked off it. */
final class RunsViewModel {
    private static final int MOST = 5_000;

    private final ScreenContext context;
    private final Store store;
    private final FxJobs jobs;
    private final ObjectProperty<List<Run>> runs = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Usage>> usage = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<RunFilter> filter = new SimpleObjectProperty<>(new RunFilter(Set.of(), "", MOST));
    private final ObjectProperty<List<Run>> selected = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Optional<Compared>> compared = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Deleted>> deleted = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final ObservableValue<Boolean> replayable;
    private int question;

    /** Two runs with their results. */
    record Compared(Entry a, Entry b) {}

    /** @param dependents what was computed from them and stays */
    record Deleted(List<Run> runs, List<Run> dependents) {}

    private record Listing(List<Run> runs, Usage usage) {}

    RunsViewModel(ScreenContext context) {
        this.context = context;
        this.store = context.lab().store();
        this.jobs = context.jobs();
        this.replayable = Bindings.createBooleanBinding(
                this::canReplay, selected, context.state().model());
        filter.addListener((o, was, is) -> reload());
        selected.addListener((o, was, is) -> compare(is));
        jobs.lastEnded().addListener((o, was, is) -> reload());
    }

    ObjectProperty<List<Run>> runs() {
        return runs;
    }

    ObjectProperty<Optional<Usage>> usage() {
        return usage;
    }

    ObjectProperty<RunFilter> filter() {
        return filter;
    }

    /** In the order of the list. */
    ObjectProperty<List<Run>> selected() {
        return selected;
    }

    /** The two selected runs, once their results are read. */
    ObjectProperty<Optional<Compared>> compared() {
        return compared;
    }

    /** What was deleted last and can be taken back. */
    ObjectProperty<Optional<Deleted>> deleted() {
        return deleted;
    }

    ObjectProperty<Optional<Failure>> failure() {
        return failure;
    }

    /** Of answers that come late, only the one to the last question counts. */
    void reload() {
        int asked = ++question;
        RunFilter wanted = filter.get();
        ask(monitor -> new Listing(store.runs(wanted), store.usage()), listing -> {
            if (asked == question) {
                usage.set(Optional.of(listing.usage()));
                runs.set(listing.runs());
            }
        });
    }

    private void compare(List<Run> chosen) {
        compared.set(Optional.empty());
        if (chosen.size() != 2) {
            return;
        }
        long a = chosen.getFirst().number();
        long b = chosen.getLast().number();
        Work<Optional<Compared>> read =
                monitor -> store.open(a).flatMap(first -> store.open(b).map(second -> new Compared(first, second)));
        ask(read, pair -> {
            if (selected.get().equals(chosen)) {
                compared.set(pair);
            }
        });
    }

    /** Whether one run is selected whose model is in force. */
    ObservableValue<Boolean> replayable() {
        return replayable;
    }

    private boolean canReplay() {
        return selected.get().size() == 1
                && context.lab()
                        .replays()
                        .whyNot(
                                selected.get().getFirst(),
                                context.state().model().get())
                        .isEmpty();
    }

    /** Computes the selected run afresh and says whether it agrees. */
    void replay() {
        if (!canReplay()) {
            return;
        }
        Run run = selected.get().getFirst();
        OpenModel open = context.state().model().get().orElseThrow();
        List<ContrastSet> sets = sets();
        failure.set(Optional.empty());
        jobs.run(
                Lane.ENGINE,
                "Replaying run " + run.label(),
                monitor -> context.lab().replays().replay(run, open, sets, monitor),
                equal -> {
                    context.shell()
                            .say("Run " + run.label() + (equal ? ": the same" : ": something else") + " came out");
                    reload();
                },
                f -> failure.set(Optional.of(f)));
    }

    /** Sets that may have a run's pairs, besides the samples. */
    private List<ContrastSet> sets() {
        return Stream.of(
                        context.state().set().get(),
                        context.state().pairsInUse().get())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether the vector in force is this run's. */
    boolean isInUse(long number) {
        return context.state()
                .vector()
                .get()
                .filter(v -> v.outcome().run() == number)
                .isPresent();
    }

    /** A run with its result, the vector that it is about, and the pairs that vectors were made of. */
    record Opened(Entry entry, Optional<SavedVector> vector, List<ContrastSet> sets) {}

    /** Makes what a run was computed from current again. @return the screen that shows it; empty where none can */
    Optional<ScreenId> putInForce(Opened opened) {
        List<ContrastSet> known =
                Stream.concat(sets().stream(), opened.sets().stream()).toList();
        return new RunInForce(context, known).put(opened.entry(), opened.vector());
    }

    void open(Run run, Consumer<Opened> show) {
        Optional<OpenModel> model = context.state().model().get();
        ask(monitor -> store.open(run.number()).map(entry -> opened(entry, model)), opened -> opened.ifPresent(show));
    }

    private Opened opened(Entry entry, Optional<OpenModel> model) {
        VectorLibrary library = new VectorLibrary(store);
        Optional<SavedVector> vector = model.flatMap(open -> library.behind(open, entry.run()));
        JsonNode recipe = entry.run().recipe();
        List<ContrastSet> sets = Stream.of(
                        Optional.ofNullable(recipe.path("pairsSha256").textValue()),
                        Optional.ofNullable(recipe.path("traitSha256").textValue()),
                        vector.flatMap(SavedVector::pairsSha256))
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(sha256 -> library.pairs(sha256).stream())
                .toList();
        return new Opened(entry, vector, sets);
    }

    /** Reads these runs with their results and does something with them, off the JavaFX thread. */
    <T> void read(List<Run> chosen, Function<List<Entry>, T> use, Consumer<T> done) {
        work(
                "Reading runs",
                monitor -> use.apply(chosen.stream()
                        .flatMap(run -> store.open(run.number()).stream())
                        .toList()),
                done);
    }

    void delete(List<Run> going) {
        work(
                "Deleting runs",
                monitor -> {
                    List<Run> dependents = going.stream()
                            .flatMap(run -> store.dependents(run).stream())
                            .filter(run -> !going.contains(run))
                            .distinct()
                            .toList();
                    going.forEach(run -> store.delete(run.number()));
                    return new Deleted(going, dependents);
                },
                done -> {
                    deleted.set(Optional.of(done));
                    reload();
                });
    }

    void undelete() {
        deleted.get().ifPresent(last -> {
            deleted.set(Optional.empty());
            work(
                    "Taking runs back",
                    monitor -> {
                        last.runs().forEach(run -> store.undelete(run.number()));
                        return last;
                    },
                    done -> reload());
        });
    }

    /** Saves what is not saved, or the reverse where all are. */
    void toggleSaved() {
        List<Run> chosen = selected.get();
        boolean all = chosen.stream().allMatch(Run::saved);
        work(
                "Saving runs",
                monitor -> {
                    for (Run run : chosen) {
                        if (all) {
                            store.unsave(run.number());
                        } else {
                            store.save(run.number());
                        }
                    }
                    return chosen;
                },
                done -> reload());
    }

    void free(Kind kind, Consumer<Long> freed) {
        work("Freeing " + kind.word(), monitor -> store.free(kind), bytes -> {
            freed.accept(bytes);
            reload();
        });
    }

    private <T> void ask(Work<T> work, Consumer<T> done) {
        jobs.ask("Reading the list of runs", work, done, f -> failure.set(Optional.of(f)));
    }

    private <T> void work(String title, Work<T> work, Consumer<T> done) {
        failure.set(Optional.empty());
        jobs.run(Lane.LIGHT, title, work, done, f -> failure.set(Optional.of(f)));
    }
}
