package org.vectorscope.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import org.vectorscope.checkpoint.Checkpoint;
import org.vectorscope.checkpoint.Checkpoints;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.checkpoint.hub.ModelLibrary;
import org.vectorscope.checkpoint.hub.StarterModel;
import org.vectorscope.engine.MachineSpeed;
import org.vectorscope.engine.Precision;
import org.vectorscope.job.Monitor;

/** Models on disk, and the way from one of them to a running engine. */
public final class Models {
    private final ModelLibrary library;
    private final Compute compute;

    Models(ModelLibrary library, Compute compute) {
        this.library = library;
        this.compute = compute;
    }

    public List<ModelEntry> list() {
        return library.list();
    }

    public ModelLibrary library() {
        return library;
    }

    /**
     * @param reference a folder, a .gguf file, a Hugging Face name, or {@code starter}; fetched where it is not there
     * @return opened and checked; its weights are read when its engine is first asked for
     */
    public OpenModel open(String reference, Precision precision, Monitor monitor) {
        return opened(reference, library.resolve(reference, monitor), PrecisionChoice.of(precision), monitor);
    }

    /** In float32. */
    public OpenModel open(String reference, Monitor monitor) {
        return open(reference, Precision.F32, monitor);
    }

    /** A folder or file, whatever its name. */
    public OpenModel open(Path path, Precision precision, Monitor monitor) {
        return opened(reference(path), path, PrecisionChoice.of(precision), monitor);
    }

    /** What a command would be given to open the same; the starter has a word of its own on every machine. */
    private String reference(Path path) {
        return library.starter().filter(path::equals).isPresent() ? StarterModel.NAME : path.toString();
    }

    /** As {@link #open(String, Precision, Monitor)}; where each model has its own precision, libtorch is started. */
    public OpenModel open(String reference, PrecisionChoice choice, Monitor monitor) {
        return opened(reference, library.resolve(reference, monitor), choice, monitor);
    }

    /** A folder or file, whatever its name. */
    public OpenModel open(Path path, PrecisionChoice choice, Monitor monitor) {
        return opened(reference(path), path, choice, monitor);
    }

    /**
     * What a model would be loaded in, from what is known so far.
     *
     * @param needed bytes, by precision
     */
    public Precision likely(PrecisionChoice choice, ToLongFunction<Precision> needed) {
        return choice.fixed().orElseGet(() -> compute.likely(needed));
    }

    /** In float32. */
    public OpenModel open(Path path, Monitor monitor) {
        return open(path, Precision.F32, monitor);
    }

    private OpenModel opened(String reference, Path path, PrecisionChoice choice, Monitor monitor) {
        Checkpoint checkpoint = checked(path);
        try {
            Precision precision = choice.fixed().orElseGet(() -> compute.suited(checkpoint, monitor));
            return opened(reference, checkpoint, precision, monitor);
        } catch (RuntimeException | Error e) {
            checkpoint.close();
            throw e;
        }
    }

    private OpenModel opened(String reference, Checkpoint checkpoint, Precision precision, Monitor monitor) {
        return new OpenModel(reference, checkpoint, precision, () -> compute.load(checkpoint, precision, monitor));
    }

    private static Checkpoint checked(Path path) {
        try {
            return Checkpoints.open(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fetches a model by name into the data folder. */
    public Path fetch(String name, Monitor monitor) {
        return library.fetch(name, monitor);
    }

    /** What the machine does at its best, beside which a job's time can be read. */
    public MachineSpeed speed() {
        return compute.speed();
    }
}
