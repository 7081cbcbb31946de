package org.vectorscope.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.checkpoint.hub.ModelLibrary;
import org.vectorscope.engine.Trace;
import org.vectorscope.job.Jobs;
import org.vectorscope.job.Monitor;
import org.vectorscope.store.Store;

/** The whole lab, wired by hand: what the window and the command line call. */
public final class Lab implements AutoCloseable {
    private final DataFolder folder;
    private final Jobs jobs;
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Store store;
    private final Compute compute;
    private final Models models;
    private final Contrasts contrasts = new Contrasts();
    private final Traits traits = new Traits();
    private final Vectors vectors;
    private final Directions directions;
    private final Geometries geometries;
    private final Jacobians jacobians;
    private final Precisions precisions;
    private final Generations generations;
    private final Sweeps sweeps;
    private final Replays replays;

    private Lab(DataFolder folder, Jobs jobs) {
        this.folder = folder;
        this.jobs = jobs;
        this.store = Store.open(folder.cache().resolve("vectorscope.sqlite"), this::tell);
        Cache cache = new Cache(store);
        this.compute = new Compute(folder.root(), this::tell);
        this.models = new Models(new ModelLibrary(folder), compute);
        this.vectors = new Vectors(cache);
        this.directions = new Directions(vectors);
        this.geometries = new Geometries(cache, vectors);
        this.jacobians = new Jacobians(cache, vectors);
        this.precisions = new Precisions(cache, models);
        this.generations = new Generations(cache, traits);
        this.sweeps = new Sweeps(store, vectors);
        this.replays = new Replays(store, traits, models);
    }

    /** In the data folder of this platform, or where the environment says. */
    public static Lab open() {
        return open(DataFolder.standard());
    }

    public static Lab open(DataFolder folder) {
        return new Lab(folder, new Jobs());
    }

    /** Sentences about what is not as it should be with the store or the GPU; more may come. */
    public List<String> notices() {
        return List.copyOf(notices);
    }

    /** Hears the notices that are there, and those that come, on whatever thread they arise. */
    public void onNotice(Consumer<String> listener) {
        listeners.add(listener);
        notices.forEach(listener);
    }

    private void tell(String notice) {
        notices.add(notice);
        listeners.forEach(listener -> listener.accept(notice));
    }

    public DataFolder folder() {
        return folder;
    }

    public Jobs jobs() {
        return jobs;
    }

    /** Everything that was computed. */
    public Store store() {
        return store;
    }

    /** What models are computed with. */
    public Compute compute() {
        return compute;
    }

    public Models models() {
        return models;
    }

    public Contrasts contrasts() {
        return contrasts;
    }

    public Traits traits() {
        return traits;
    }

    public Vectors vectors() {
        return vectors;
    }

    public Directions directions() {
        return directions;
    }

    public Geometries geometries() {
        return geometries;
    }

    public Jacobians jacobians() {
        return jacobians;
    }

    public Precisions precisions() {
        return precisions;
    }

    public Generations generations() {
        return generations;
    }

    public Sweeps sweeps() {
        return sweeps;
    }

    public Replays replays() {
        return replays;
    }

    /** Writes one forward pass: ids, embeddings, resid_post of every block, logits. */
    public void trace(OpenModel open, int[] ids, Path out, Monitor monitor) {
        try {
            Trace.write(open.model(), ids, out, monitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        jobs.close();
        compute.close();
        store.close();
    }
}
