package org.vectorscope.ui.vector;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Recipe;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.SavedVector;
import org.vectorscope.lab.VectorLibrary;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.VectorInForce;
import org.vectorscope.vector.Recommendation;

/** What the Vector screen shows and does, without how it looks. */
final class VectorViewModel {
    private final ScreenContext context;
    private final LabState state;
    private final VectorLibrary library;
    private final ObjectProperty<Optional<Figure>> layers = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Figure>> cosines = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Recommendation>> recommendation =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.NONE);
    private final ObservableList<SavedVector> saved = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<Failure>> fileFailure = new SimpleObjectProperty<>(Optional.empty());

    VectorViewModel(ScreenContext context) {
        this.context = context;
        this.state = context.state();
        this.library = new VectorLibrary(context.lab().store());
        state.vector().subscribe(vector -> show());
        state.model().subscribe(model -> refresh());
        state.imported().subscribe(imported -> refresh());
        state.layer().subscribe(layer -> compare());
    }

    /** The measures of all layers; empty while there is no vector of what is in force. */
    ObjectProperty<Optional<Figure>> layers() {
        return layers;
    }

    /** Saved vectors against each other at the selected layer; empty with fewer than two. */
    ObjectProperty<Optional<Figure>> cosines() {
        return cosines;
    }

    ObjectProperty<Optional<Recommendation>> recommendation() {
        return recommendation;
    }

    ObjectProperty<Recipe> recipe() {
        return recipe;
    }

    /** Newest first. */
    ObservableList<SavedVector> saved() {
        return saved;
    }

    /** Why the last file could not be written. */
    ObjectProperty<Optional<Failure>> fileFailure() {
        return fileFailure;
    }

    private void show() {
        Optional<OpenModel> open = state.model().get();
        layers.set(state.vector()
                .get()
                .filter(vector -> vector.imported().isEmpty())
                .flatMap(vector -> open.map(
                        model -> vector.figures(model).layers(vector.outcome().value()))));
        recommendation.set(state.vector().get().flatMap(VectorInForce::recommendation));
        recipe.set(state.vector()
                .get()
                .filter(vector -> vector.imported().isPresent() && open.isPresent())
                .map(vector ->
                        vector.figures(open.orElseThrow()).recipe(List.of(), "").facts())
                .map(facts -> new Recipe(facts, ""))
                .or(() -> layers.get().map(Figure::recipe))
                .orElse(Recipe.NONE));
        refresh();
    }

    /** Reads the list of saved vectors anew. */
    void refresh() {
        Optional<OpenModel> open = state.model().get();
        if (open.isEmpty()) {
            saved.clear();
            compare();
            return;
        }
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Listing saved vectors",
                        monitor -> library.of(open.get()),
                        this::list,
                        failure -> fileFailure.set(Optional.of(failure)));
    }

    private void list(List<SavedVector> found) {
        saved.setAll(found);
        compare();
    }

    private void compare() {
        cosines.set(SavedCosines.figure(saved, state.layer().get()));
    }

    /** Whether a saved vector is the one in force. */
    boolean isInUse(SavedVector vector) {
        return state.vector()
                .get()
                .filter(inForce -> inForce.outcome().run() == vector.run().number())
                .isPresent();
    }

    /** Goes to the recommended layer and strength. */
    void useRecommendation() {
        recommendation.get().ifPresent(r -> {
            state.layer().set(r.layer());
            state.strength().set(r.strength());
            context.shell().say("Layer " + r.layer() + " in use");
        });
    }

    /** Puts a saved vector in force: out of its file, or out of the cache where its pairs are at hand. */
    void use(SavedVector vector) {
        if (vector.file().isPresent()) {
            context.commands().use(vector);
            return;
        }
        Optional<ContrastSet> pairs = Stream.concat(
                        state.set().get().stream(), context.lab().contrasts().samples().stream())
                .filter(set -> vector.pairsSha256().equals(Optional.of(set.pairsSha256())))
                .findFirst();
        if (pairs.isEmpty() || vector.method().isEmpty()) {
            context.shell().say("Its pairs are not at hand: open the contrast set it was made from");
            return;
        }
        if (!state.set().get().equals(pairs)) {
            context.commands().use(pairs.get());
        }
        context.commands().use(vector.method().get());
    }

    void rename(SavedVector vector, String name) {
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Renaming",
                        monitor -> renamed(vector, name),
                        done -> refresh(),
                        failure -> fileFailure.set(Optional.of(failure)));
    }

    private String renamed(SavedVector vector, String name) {
        library.rename(vector, name);
        return name;
    }

    void write(SavedVector vector, Path file) {
        fileFailure.set(Optional.empty());
        state.model().get().ifPresent(open -> context.jobs()
                .run(
                        Lane.LIGHT,
                        "Writing " + file.getFileName(),
                        monitor -> library.write(vector, open, file),
                        notes -> context.shell()
                                .say(notes.isEmpty() ? "Written to " + file.getFileName() : notes.getFirst()),
                        failure -> fileFailure.set(Optional.of(failure))));
    }
}
