package org.vectorscope.ui.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.MemoryNeed;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.checkpoint.hub.ModelSource;
import org.vectorscope.checkpoint.hub.StarterModel;
import org.vectorscope.engine.Precision;
import org.vectorscope.job.Job;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.PrecisionChoice;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.JobLine;
import org.vectorscope.ui.common.ScreenContext;

/** The models of this machine, the one that is looked at, and what is being fetched. On the JavaFX thread. */
final class ModelViewModel {
    /** Characters that are cut into tokens while one types; more would be felt. */
    private static final int LONGEST_TEXT = 20_000;

    private final ScreenContext context;
    private final ObjectProperty<List<ModelEntry>> entries = new SimpleObjectProperty<>(List.of());
    private final BooleanProperty listed = new SimpleBooleanProperty();
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Optional<ModelEntry>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<ModelDetails>> details = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty text =
            new SimpleStringProperty("The room was spotless, but breakfast cost $18 and the Wi-Fi crawled.");
    private final ObjectBinding<TokenPieces> tokens;
    private final ObservableList<JobLine> fetches = FXCollections.observableArrayList();
    private final List<Job<?>> fetchJobs = new ArrayList<>();
    private final Set<Checkpoint> completing = new HashSet<>();
    private final ObjectProperty<Optional<Job<?>>> opening = new SimpleObjectProperty<>(Optional.empty());

    ModelViewModel(ScreenContext context) {
        this.context = context;
        tokens = Bindings.createObjectBinding(this::cut, details, text);
        selected.addListener((o, was, is) -> look(is));
        context.jobs().running().subscribe(this::followJobs);
        context.state().model().subscribe(this::follow);
        opening.subscribe(job -> details.get().ifPresent(this::complete));
    }

    private TokenPieces cut() {
        return details.get()
                .flatMap(ModelDetails::tokenizer)
                .map(tokenizer -> TokenPieces.of(
                        tokenizer,
                        text.get()
                                .substring(0, Math.min(LONGEST_TEXT, text.get().length()))))
                .orElse(TokenPieces.NONE);
    }

    /** Looks again at what is on disk. */
    void rescan() {
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Looking for models",
                        monitor -> context.lab().models().list(),
                        this::take,
                        this::fail);
    }

    private void take(List<ModelEntry> found) {
        listed.set(true);
        entries.set(found);
        Optional<Path> wanted = selected.get().map(ModelEntry::path).or(this::pathInForce);
        Optional<ModelEntry> again = found.stream()
                .filter(entry -> wanted.filter(entry.path()::equals).isPresent())
                .findFirst();
        selected.set(again.or(() -> found.stream().filter(ModelEntry::runnable).findFirst())
                .or(() -> found.stream().findFirst()));
    }

    private Optional<Path> pathInForce() {
        return context.state().model().get().map(open -> open.checkpoint().path());
    }

    private void fail(Failure what) {
        failure.set(Optional.of(what));
    }

    private void look(Optional<ModelEntry> entry) {
        Optional<ModelDetails> before = details.get();
        details.set(Optional.empty());
        before.ifPresent(this::drop);
        entry.filter(ModelEntry::runnable).ifPresent(e -> context.jobs()
                .run(Lane.LIGHT, "Reading " + e.name(), monitor -> ModelDetails.open(e), this::show, this::fail));
    }

    /** What was read for an entry that is no longer selected is closed again. */
    private void show(ModelDetails read) {
        if (selected.get().filter(read.entry()::equals).isPresent()
                && details.get().isEmpty()) {
            details.set(Optional.of(read));
            complete(read);
        } else {
            read.close();
        }
    }

    /** What takes a while waits until no model is being opened: that is waited for more. */
    private void complete(ModelDetails read) {
        if (read.reader().isPresent()
                || completing.contains(read.checkpoint())
                || opening.get().isPresent()) {
            return;
        }
        completing.add(read.checkpoint());
        Checkpoint reader = loaded(read).orElse(read.checkpoint());
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Reading " + read.entry().name(),
                        monitor -> read.whole(context.lab().precisions(), reader),
                        whole -> {
                            if (isShown(read) && isOpen(reader, read)) {
                                details.set(Optional.of(whole));
                            }
                        },
                        failure -> {
                            if (isOpen(reader, read)) {
                                fail(failure);
                            }
                        },
                        () -> {
                            completing.remove(read.checkpoint());
                            if (!isShown(read)) {
                                read.close();
                            } else if (!isOpen(reader, read)) {
                                complete(read);
                            }
                        });
    }

    /** The same model where it is loaded: its tokenizer need not be made a second time. */
    private Optional<Checkpoint> loaded(ModelDetails read) {
        return context.state().model().get().map(OpenModel::checkpoint).filter(open -> open.path()
                .equals(read.checkpoint().path()));
    }

    private boolean isOpen(Checkpoint reader, ModelDetails read) {
        return reader == read.checkpoint()
                || loaded(read).filter(open -> open == reader).isPresent();
    }

    /** What a model lent that is no longer in force is asked for anew. */
    private void giveBack() {
        details.get()
                .filter(read ->
                        read.reader().filter(reader -> !isOpen(reader, read)).isPresent())
                .map(ModelDetails::headers)
                .ifPresent(read -> {
                    details.set(Optional.of(read));
                    complete(read);
                });
    }

    private boolean isShown(ModelDetails read) {
        return details.get()
                .filter(shown -> shown.checkpoint() == read.checkpoint())
                .isPresent();
    }

    /** What is still being read is closed when that is over. */
    private void drop(ModelDetails shown) {
        if (!completing.contains(shown.checkpoint())) {
            shown.close();
        }
    }

    /** A model that was opened from elsewhere (dropped, by name) joins the list. */
    private void follow(Optional<OpenModel> open) {
        giveBack();
        boolean known = open.isEmpty()
                || entries.get().stream().anyMatch(entry -> entry.path()
                        .equals(open.get().checkpoint().path()));
        if (!known && listed.get()) {
            Path path = open.orElseThrow().checkpoint().path();
            selected.set(Optional.empty());
            boolean ours = path.startsWith(context.lab().folder().root());
            if (ours) {
                rescan();
            } else {
                add(path);
            }
        }
    }

    private void followJobs() {
        List<JobLine> running = context.jobs().running();
        fetches.setAll(
                running.stream().filter(line -> fetchJobs.contains(line.job())).toList());
        opening.set(running.stream()
                .map(JobLine::job)
                .filter(job -> job.title().startsWith("Opening "))
                .findFirst()
                .map(job -> job));
    }

    void add(Path path) {
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Adding " + path.getFileName(),
                        monitor -> {
                            context.lab().models().library().add(path);
                            return context.lab().models().list();
                        },
                        found -> {
                            selected.set(Optional.empty());
                            take(found);
                            found.stream()
                                    .filter(entry -> entry.path().startsWith(path))
                                    .findFirst()
                                    .ifPresent(entry -> selected.set(Optional.of(entry)));
                        },
                        this::fail);
    }

    /** Takes an added folder or file off the list; nothing on disk is touched. */
    void forget(ModelEntry entry) {
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Taking " + entry.name() + " off the list",
                        monitor -> {
                            context.lab().models().library().remove(entry.path());
                            return context.lab().models().list();
                        },
                        this::take,
                        this::fail);
    }

    /** Fetches by name, in the background; more than one at a time. */
    void fetch(String name) {
        failure.set(Optional.empty());
        Job<Path> job = context.jobs()
                .run(
                        Lane.LIGHT,
                        "Fetching " + name,
                        monitor -> context.lab().models().fetch(name, monitor),
                        path -> {
                            selected.set(Optional.empty());
                            rescan();
                        },
                        this::fail);
        fetchJobs.add(job);
    }

    boolean hasStarter() {
        return entries.get().stream().anyMatch(entry -> entry.source() == ModelSource.STARTER);
    }

    /** Where it is loaded in another precision than is chosen, it is loaded again. */
    void load(ModelEntry entry) {
        if (isInForce(entry)) {
            context.commands().choose(context.state().precision().get());
        } else {
            context.commands().openModel(entry.reference());
        }
    }

    /** What this model computes in, or would. */
    Precision precision(ModelEntry entry) {
        return context.state()
                .model()
                .get()
                .filter(open -> isInForce(entry))
                .map(OpenModel::precision)
                .orElseGet(() -> wanted(entry));
    }

    /** What it would be loaded in, as far as is known. */
    private Precision wanted(ModelEntry entry) {
        MemoryNeed.Parts memory = entry.memory();
        PrecisionChoice choice = context.state().precision().get();
        return context.lab()
                .models()
                .likely(
                        choice,
                        precision -> memory == null
                                ? 0
                                : memory.at(precision.bytesPerWeight()).total());
    }

    /** Whether it is loaded as it is wanted; what was chosen for it by itself is. */
    boolean isSettled(ModelEntry entry) {
        return isInForce(entry)
                && context.state()
                        .precision()
                        .get()
                        .fixed()
                        .filter(chosen -> chosen != precision(entry))
                        .isEmpty();
    }

    void loadStarter() {
        context.commands().openModel(StarterModel.NAME);
    }

    void unload() {
        context.commands().unload();
    }

    /** Whether this model is being loaded now. */
    boolean isOpening(ModelEntry entry) {
        Path last = entry.path().getFileName();
        return opening.get()
                .map(Job::title)
                .filter(title -> title.equals("Opening " + entry.reference()) || title.equals("Opening " + last))
                .isPresent();
    }

    boolean isInForce(ModelEntry entry) {
        return pathInForce().filter(entry.path()::equals).isPresent();
    }

    /** Those whose name, family or source holds what is searched. */
    List<ModelEntry> found() {
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        return entries.get().stream()
                .filter(entry -> (entry.name() + " " + entry.family() + " "
                                + entry.source().words())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
    }

    ObjectProperty<List<ModelEntry>> entries() {
        return entries;
    }

    /** Whether the disk has been looked at. */
    BooleanProperty listed() {
        return listed;
    }

    StringProperty search() {
        return search;
    }

    ObjectProperty<Optional<ModelEntry>> selected() {
        return selected;
    }

    ObjectProperty<Optional<ModelDetails>> details() {
        return details;
    }

    ObjectProperty<Optional<Failure>> failure() {
        return failure;
    }

    StringProperty text() {
        return text;
    }

    ObjectBinding<TokenPieces> tokens() {
        return tokens;
    }

    ObservableList<JobLine> fetches() {
        return fetches;
    }

    /** The job that is loading a model now. */
    ObjectProperty<Optional<Job<?>>> opening() {
        return opening;
    }

    ScreenContext context() {
        return context;
    }
}
