package org.vectorscope.ui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.engine.Precision;
import org.vectorscope.job.Job;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.job.Jobs.Work;
import org.vectorscope.lab.Lab;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.Outcome;
import org.vectorscope.lab.PrecisionChoice;
import org.vectorscope.lab.SavedVector;
import org.vectorscope.lab.VectorLibrary;
import org.vectorscope.lab.VectorSpec;
import org.vectorscope.vector.Extraction;
import org.vectorscope.vector.ExtractionMethod;
import org.vectorscope.vector.Recommendation;

/** The steps of the main path that more than one screen offers. Each returns at once; the result lands in the state. */
public final class LabCommands {
    private final Lab lab;
    private final LabState state;
    private final FxJobs jobs;
    private final ObjectProperty<Optional<Failure>> modelFailure = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<Failure>> vectorFailure = new SimpleObjectProperty<>(Optional.empty());
    private final List<Job<OpenModel>> opening = new ArrayList<>();
    private final List<Job<Outcome<Extraction>>> making = new ArrayList<>();
    private boolean arriving;
    private boolean placed;
    private Optional<Job<OpenModel>> reloading = Optional.empty();

    public LabCommands(Lab lab, LabState state, FxJobs jobs) {
        this.lab = lab;
        this.state = state;
        this.jobs = jobs;
        state.vectorSpec().addListener((o, was, is) -> lookUp());
        state.model().addListener((o, was, is) -> {
            forgetForeign();
            lookUp();
        });
        state.imported().addListener((o, was, is) -> lookUp());
        state.method().addListener((o, was, is) -> state.imported().set(Optional.empty()));
    }

    /** Why the last model could not be opened. */
    public ObjectProperty<Optional<Failure>> modelFailure() {
        return modelFailure;
    }

    /** Why the last vector could not be computed. */
    public ObjectProperty<Optional<Failure>> vectorFailure() {
        return vectorFailure;
    }

    /** A folder, a file, a Hugging Face name, or {@code starter}; fetched where it is not there. */
    public void openModel(String reference) {
        openModel(reference, open -> {});
    }

    /** @param then what to do once it is in force */
    public void openModel(String reference, Consumer<OpenModel> then) {
        PrecisionChoice choice = state.precision().get();
        open(reference, monitor -> loaded(lab.models().open(reference, choice, monitor)), then);
    }

    public void openModel(Path path) {
        PrecisionChoice choice = state.precision().get();
        open(
                String.valueOf(path.getFileName()),
                monitor -> loaded(lab.models().open(path, choice, monitor)),
                open -> {});
    }

    /** Models are loaded in this from now on; the one in force is loaded again where it is in another. */
    public void choose(PrecisionChoice choice) {
        state.precision().set(choice);
        state.model().get().ifPresent(open -> {
            if (reloading.isPresent() || open.precision() != likely(choice, open)) {
                reload(open, choice);
            }
        });
    }

    /** In force now, its weights count as free. */
    private Precision likely(PrecisionChoice choice, OpenModel open) {
        return lab.models().likely(choice, precision -> open.needs(precision) - open.needs(open.precision()));
    }

    /** Its weights are given back first: there may be no room for both. Where that goes wrong it reads them again. */
    private void reload(OpenModel before, PrecisionChoice choice) {
        reloading.ifPresent(Job::cancel);
        Work<OpenModel> work = monitor -> {
            before.release();
            return loaded(lab.models().open(before.reference(), choice, monitor));
        };
        reloading = Optional.of(open(before.reference(), work, open -> {}));
    }

    private Job<OpenModel> open(String name, Work<OpenModel> work, Consumer<OpenModel> then) {
        modelFailure.set(Optional.empty());
        Job<OpenModel> job = jobs.run(
                Lane.ENGINE,
                "Opening " + name,
                work,
                open -> {
                    use(open);
                    then.accept(open);
                },
                failure -> modelFailure.set(Optional.of(failure)),
                this::settle);
        opening.add(job);
        return job;
    }

    /** A precision that could not be had, or was called off, does not stay the choice. */
    private void settle() {
        opening.removeIf(job -> job.result().isDone());
        if (opening.isEmpty()) {
            reloading = Optional.empty();
            state.model().get().ifPresent(open -> {
                if (state.precision().get().fixed().isPresent()) {
                    state.precision().set(PrecisionChoice.of(open.precision()));
                }
            });
        }
    }

    /** Reads the weights too, so that a file whose weights are wrong fails here and not at the first click. */
    private static OpenModel loaded(OpenModel open) {
        try {
            open.model();
            return open;
        } catch (RuntimeException | Error e) {
            open.close();
            throw e;
        }
    }

    private void use(OpenModel open) {
        replace(Optional.of(open));
        int blocks = open.checkpoint().config().layers();
        if (state.layer().get() < 0 || state.layer().get() >= blocks) {
            state.layer().set(blocks / 2);
        }
    }

    public void unload() {
        replace(Optional.empty());
        state.layer().set(-1);
    }

    /** The old model is closed behind whatever still runs on it. */
    private void replace(Optional<OpenModel> next) {
        Optional<OpenModel> before = state.model().get();
        state.model().set(next);
        before.ifPresent(
                old -> jobs.run(Lane.ENGINE, "Closing " + old.name(), monitor -> closed(old), done -> {}, f -> {}));
    }

    private static Optional<OpenModel> closed(OpenModel old) {
        old.close();
        return Optional.empty();
    }

    public void use(ContrastSet set) {
        state.set().set(Optional.of(set));
    }

    public boolean canExtract() {
        return state.model().get().isPresent()
                && state.vectorSpec().get().isPresent()
                && !state.extracting().get();
    }

    /** Computes the vector of what is in force, all layers; does nothing where {@link #canExtract()} is false. */
    public void extract() {
        if (!canExtract()) {
            return;
        }
        OpenModel open = state.model().get().orElseThrow();
        VectorSpec spec = state.vectorSpec().get().orElseThrow();
        make("Vector from " + spec.set().name(), monitor -> lab.vectors().extract(open, spec, monitor), outcome -> {
            state.imported().set(Optional.empty());
            take(open, spec, Optional.empty(), outcome);
        });
    }

    /** What is made is being made until the last of such jobs has ended: one that was called off may end late. */
    private void make(String title, Work<Outcome<Extraction>> work, Consumer<Outcome<Extraction>> done) {
        vectorFailure.set(Optional.empty());
        making.add(jobs.run(
                Lane.ENGINE,
                title,
                work,
                done,
                failure -> vectorFailure.set(Optional.of(failure)),
                this::settleMaking));
        state.extracting().set(true);
    }

    private void settleMaking() {
        making.removeIf(job -> job.result().isDone());
        state.extracting().set(!making.isEmpty());
    }

    /** What the cache knows is in force at once, without anyone asking. */
    private void lookUp() {
        Optional<OpenModel> model = state.model().get();
        Optional<VectorSpec> spec = state.vectorSpec().get();
        if (model.isEmpty() || spec.isEmpty() || state.vector().get().isPresent()) {
            return;
        }
        if (state.imported().get().isPresent()) {
            measure(model.get(), spec.get(), state.imported().get().get());
            return;
        }
        if (spec.get().set().pairs().size() < 2) {
            return;
        }
        Consumer<Optional<Outcome<Extraction>>> found =
                cached -> cached.ifPresent(outcome -> take(model.get(), spec.get(), Optional.empty(), outcome));
        jobs.ask(
                "Looking into the cache",
                monitor -> lab.vectors().cached(model.get(), spec.get(), monitor),
                found,
                failure -> vectorFailure.set(Optional.of(failure)));
    }

    /** Reads the vectors of a file, keeps them, and puts them in force in place of the pairs' own. */
    public void importVector(Path file) {
        vectorFailure.set(Optional.empty());
        Optional<OpenModel> open = state.model().get();
        if (open.isEmpty()) {
            vectorFailure.set(Optional.of(
                    new Failure(file.getFileName() + ": load the model first that its vectors are for.", "")));
            return;
        }
        jobs.run(
                Lane.LIGHT,
                "Reading " + file.getFileName(),
                monitor -> new VectorLibrary(lab.store()).read(open.get(), file),
                saved -> {
                    if (state.model().get().equals(open)) {
                        use(saved);
                    }
                },
                failure -> vectorFailure.set(Optional.of(failure)));
    }

    /** Layer and strength as they were once: the first vector to come does not move them to what it recommends. */
    public void place(int layer, double strength) {
        placed = layer >= 0;
        arriving = false;
        state.layer().set(layer);
        state.strength().set(strength);
    }

    /** Puts a vector out of a file in force. It stays so whatever the pairs are, until another vector is chosen. */
    public void use(SavedVector fromFile) {
        arriving = true;
        state.imported().set(Optional.of(fromFile));
    }

    /** The same for one that was in force before: layer and strength stay as they are. */
    public void resume(SavedVector fromFile) {
        arriving = false;
        state.imported().set(Optional.of(fromFile));
    }

    /** The vector of the pairs by this method, in place of one out of a file. */
    public void use(ExtractionMethod method) {
        state.imported().set(Optional.empty());
        state.method().set(method);
    }

    private void forgetForeign() {
        Optional<OpenModel> open = state.model().get();
        Optional<SavedVector> foreign = state.imported().get().filter(saved -> open.filter(model -> model.checkpoint()
                        .fingerprint()
                        .equals(saved.run().recipe().path("fingerprint").asText()))
                .isEmpty());
        foreign.ifPresent(saved -> {
            state.imported().set(Optional.empty());
            open.ifPresent(model -> vectorFailure.set(Optional.of(new Failure(
                    saved.name() + " was imported for another model: import it again to use it with " + model.name()
                            + ".",
                    ""))));
        });
    }

    /** What is in force gives the texts to measure it by: how long activations are. */
    private void measure(OpenModel open, VectorSpec spec, SavedVector fromFile) {
        making.forEach(Job::cancel);
        make(
                "Vector from " + fromFile.name(),
                monitor -> lab.vectors().given(open, spec, fromFile, monitor),
                outcome -> take(open, spec, Optional.of(fromFile), outcome));
    }

    private void take(OpenModel open, VectorSpec spec, Optional<SavedVector> fromFile, Outcome<Extraction> outcome) {
        boolean first = state.lastVector().get().isEmpty();
        VectorInForce vector = new VectorInForce(
                open.checkpoint().fingerprint(),
                open.dtype(),
                open.checkpoint().config().layers(),
                spec,
                outcome,
                fromFile);
        boolean current = state.model().get().filter(open::equals).isPresent()
                && state.vectorSpec()
                        .get()
                        .filter(now -> vector.isOf(open, now))
                        .isPresent()
                && state.imported().get().equals(fromFile);
        if (!current) {
            return;
        }
        state.lastVector().set(Optional.of(vector));
        vectorFailure.set(Optional.empty());
        if (fromFile.isPresent() && arriving) {
            arriving = false;
            begin(vector);
        } else if (first && !placed) {
            vector.recommendation().ifPresent(recommended -> {
                state.layer().set(recommended.layer());
                state.strength().set(recommended.strength());
            });
        }
    }

    /** The layer stays where the file has a vector for it; the push is the recommended share of the residual. */
    private void begin(VectorInForce vector) {
        int now = state.layer().get();
        vector.layers().stream()
                .min(Comparator.comparingInt(report -> Math.abs(report.layer() - now)))
                .ifPresent(nearest -> {
                    state.layer().set(nearest.layer());
                    state.strength().set(Recommendation.strength(nearest));
                });
    }
}
