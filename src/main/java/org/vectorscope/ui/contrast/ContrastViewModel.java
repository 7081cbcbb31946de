package org.vectorscope.ui.contrast;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vectorscope.contrast.ContrastFiles;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.Draft;
import org.vectorscope.contrast.History;
import org.vectorscope.contrast.PastedPairs;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;

/** The contrast set in force, as it is worked on. The state of the lab follows each change, and the other way round. */
final class ContrastViewModel {
    /** Up to so many changed rows are exchanged one by one, which keeps the table's selection. */
    private static final int FEW_ROWS = 500;

    private final ScreenContext context;
    private final LabState state;
    private final PairFacts facts;
    private final ObservableList<PairRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Draft>> draft = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty find = new SimpleStringProperty("");
    private final BooleanProperty canUndo = new SimpleBooleanProperty();
    private final BooleanProperty canRedo = new SimpleBooleanProperty();
    private final IntegerProperty filled = new SimpleIntegerProperty();
    private Optional<History> history = Optional.empty();
    private boolean handingOver;

    ContrastViewModel(ScreenContext context) {
        this.context = context;
        this.state = context.state();
        this.facts = new PairFacts(context);
        state.set().subscribe(set -> follow());
        state.dropped().addListener((o, was, is) -> follow());
        state.model().addListener((o, was, is) -> read());
        state.template().addListener((o, was, is) -> read());
        state.system().addListener((o, was, is) -> read());
        state.readToken().addListener((o, was, is) -> read());
        state.vector().addListener((o, was, is) -> compare());
        state.layer().addListener((o, was, is) -> compare());
        facts.reading().addListener((o, was, is) -> fill());
        facts.reports().addListener((o, was, is) -> fill());
        facts.failure().addListener((o, was, is) -> failure.set(is));
        find.addListener((o, was, is) -> fill());
    }

    PairFacts facts() {
        return facts;
    }

    /** Those that match what is looked for. */
    ObservableList<PairRow> rows() {
        return rows;
    }

    /** Counts up each time the rows are made anew. */
    IntegerProperty filled() {
        return filled;
    }

    ObjectProperty<Optional<Draft>> draft() {
        return draft;
    }

    ObjectProperty<Optional<Failure>> failure() {
        return failure;
    }

    StringProperty find() {
        return find;
    }

    BooleanProperty canUndo() {
        return canUndo;
    }

    BooleanProperty canRedo() {
        return canRedo;
    }

    void use(Collection<Integer> pairs, boolean used) {
        draft.get().ifPresent(now -> change(used ? now.using(pairs) : now.dropping(pairs)));
    }

    void remove(Collection<Integer> pairs) {
        draft.get().ifPresent(now -> change(now.removing(pairs)));
    }

    void replace(int index, Pair pair) {
        draft.get().ifPresent(now -> change(now.replacing(index, pair)));
    }

    /** Adds pairs to the set in force, or begins one with them. */
    void add(List<Pair> pairs) {
        if (draft.get().isPresent()) {
            change(draft.get().get().adding(pairs));
        } else {
            context.commands().use(own(pairs));
        }
    }

    private static ContrastSet own(List<Pair> pairs) {
        return new ContrastSet(
                "own", "Own set", "", ContrastSet.Kind.TEXT, "positive", "negative", pairs, List.of(), List.of());
    }

    /** What is on the clipboard as pairs behind those there are. @return how many */
    int paste(String text) {
        failure.set(Optional.empty());
        try {
            ContrastSet pasted = PastedPairs.read(text);
            if (draft.get().isEmpty()) {
                context.commands().use(pasted);
            } else {
                add(pasted.pairs());
            }
            return pasted.pairs().size();
        } catch (BadInput e) {
            failure.set(Optional.of(new Failure("Nothing was pasted: " + e.fault() + ".", "")));
            return 0;
        }
    }

    void open(Path file) {
        failure.set(Optional.empty());
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Reading " + file.getFileName(),
                        monitor -> context.lab().contrasts().read(file),
                        context.commands()::use,
                        wrong -> failure.set(Optional.of(wrong)));
    }

    /** Writes the pairs in use. */
    void export(Path file, ContrastFiles.Format format) {
        draft.get().flatMap(Draft::inUse).ifPresent(set -> context.jobs()
                .run(
                        Lane.LIGHT,
                        "Writing " + file.getFileName(),
                        monitor -> written(file, set, format),
                        done -> context.shell().say("Wrote " + set.pairs().size() + " pairs to " + done.getFileName()),
                        wrong -> failure.set(Optional.of(wrong))));
    }

    private static Path written(Path file, ContrastSet set, ContrastFiles.Format format) throws IOException {
        ContrastFiles.write(file, set, format);
        return file;
    }

    void template(TemplateChoice choice) {
        if (choice == TemplateChoice.NONE) {
            state.system().set(Optional.empty());
        }
        state.template().set(choice);
    }

    void system(String text) {
        state.system().set(text.isBlank() ? Optional.empty() : Optional.of(text));
    }

    /** The set's own default is not written down as a choice. */
    void readToken(int offset) {
        boolean own = draft.get().map(d -> d.set().kind().readToken() == offset).orElse(false);
        state.readToken().set(own ? OptionalInt.empty() : OptionalInt.of(offset));
    }

    int readToken() {
        return state.readToken()
                .get()
                .orElse(draft.get().map(d -> d.set().kind().readToken()).orElse(-1));
    }

    void undo() {
        history.ifPresent(known -> {
            known.undo();
            handOver(known.now());
        });
    }

    void redo() {
        history.ifPresent(known -> {
            known.redo();
            handOver(known.now());
        });
    }

    private void change(Draft next) {
        if (history.filter(known -> known.change(next)).isPresent()) {
            handOver(next);
        }
    }

    /** To the state of the lab; a set that only changes its pairs keeps the read token. */
    private void handOver(Draft next) {
        handingOver = true;
        Optional<Draft> before = draft.get();
        if (before.filter(was -> was.set().equals(next.set())).isEmpty()) {
            OptionalInt read = state.readToken().get();
            state.set().set(Optional.of(next.set()));
            state.readToken().set(read);
        }
        state.dropped().set(next.dropped());
        handingOver = false;
        take(next);
    }

    /** Somebody else changed what is in force: another set begins a history of its own, dropped pairs go on with it. */
    private void follow() {
        if (handingOver) {
            return;
        }
        Optional<Draft> now = state.set()
                .get()
                .map(set -> new Draft(set, new TreeSet<>(state.dropped().get())));
        if (now.isEmpty()) {
            history = Optional.empty();
            draft.set(Optional.empty());
            rows.clear();
            facts.read(Draft.of(own(List.of())));
            return;
        }
        boolean sameSet =
                draft.get().filter(was -> was.set().equals(now.get().set())).isPresent();
        if (sameSet && history.isPresent()) {
            history.get().change(now.get());
        } else {
            history = Optional.of(new History(now.get()));
        }
        take(now.get());
    }

    private void take(Draft next) {
        draft.set(Optional.of(next));
        canUndo.set(history.map(History::canUndo).orElse(false));
        canRedo.set(history.map(History::canRedo).orElse(false));
        failure.set(Optional.empty());
        fill();
        read();
        compare();
    }

    private void read() {
        if (!handingOver) {
            draft.get().ifPresent(facts::read);
        }
    }

    private void compare() {
        if (!handingOver) {
            draft.get().ifPresent(facts::compare);
        }
    }

    private void fill() {
        String words = find.get().strip().toLowerCase(Locale.ROOT);
        List<PairRow> next = draft.get()
                .map(now -> IntStream.range(0, now.size())
                        .mapToObj(i -> row(now, i))
                        .filter(row -> row.matches(words))
                        .toList())
                .orElse(List.of());
        List<Integer> different = next.size() != rows.size()
                ? List.of()
                : IntStream.range(0, next.size())
                        .filter(i -> !next.get(i).equals(rows.get(i)))
                        .boxed()
                        .toList();
        if (next.size() != rows.size() || different.size() > FEW_ROWS) {
            rows.setAll(next);
        } else {
            different.forEach(i -> rows.set(i, next.get(i)));
        }
        filled.set(filled.get() + 1);
    }

    private PairRow row(Draft now, int index) {
        Pair pair = now.set().pairs().get(index);
        Optional<Rendered.Pair> rendered = facts.reading()
                .get()
                .filter(reading -> reading.whole().pairs().size() == now.size())
                .map(reading -> reading.whole().pairs().get(index));
        return new PairRow(
                index,
                pair,
                now.uses(index),
                rendered,
                Optional.ofNullable(facts.reports().get().get(index)));
    }
}
