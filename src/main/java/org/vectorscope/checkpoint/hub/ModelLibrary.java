package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;

/** The models on this machine: what there is, and how a name leads to one. */
public final class ModelLibrary {
    private static final Pattern PATH_ALIKE =
            Pattern.compile("[./~\\\\].*|.*\\\\.*|[A-Za-z]:.*|[^/]*\\.(gguf|safetensors)|.*/");

    private final DataFolder folder;
    private final HubSettings hub;
    private final StarterModel starter;
    private final AddedFolders added;
    private final OfflineSwitch offline;

    public ModelLibrary(DataFolder folder) {
        this(folder, HubSettings.standard());
    }

    public ModelLibrary(DataFolder folder, HubSettings hub) {
        this.folder = folder;
        this.hub = hub;
        this.starter = new StarterModel(folder, hub);
        this.added = new AddedFolders(folder);
        this.offline = new OfflineSwitch(folder);
    }

    /** The starter, what was fetched, the Hugging Face cache, what was added; each model once. Reads every header. */
    public List<ModelEntry> list() {
        Set<Path> seen = new HashSet<>();
        List<ModelEntry> entries = new ArrayList<>();
        for (ModelPlace place : places()) {
            if (seen.add(real(place.path()))) {
                entries.add(ModelProbe.look(place));
            }
        }
        return List.copyOf(entries);
    }

    /** One model on disk, by a path. */
    public ModelEntry look(Path path) {
        return ModelProbe.look(new ModelPlace(baseName(path), path.toString(), ModelSource.ADDED, path));
    }

    /** Where the starter model is, if it has been fetched. */
    public Optional<Path> starter() {
        return starter.find();
    }

    /**
     * @param reference a folder, a {@code .gguf} file, a name on the Hugging Face hub, or {@code starter}
     * @return what is on disk; fetched where it was not
     * @throws BadInput if there is nothing of that name, here or on the hub
     * @throws FetchFailure if it cannot be fetched for another reason
     */
    public Path resolve(String reference, Monitor monitor) {
        Optional<Path> local = onDisk(reference);
        if (local.isPresent()) {
            return local.get();
        }
        try {
            return fetch(reference, monitor);
        } catch (FetchFailure e) {
            boolean nowhere =
                    switch (e.kind()) {
                        case NOT_FOUND, UNUSABLE, UNREACHABLE, OFFLINE -> !reference.equals(StarterModel.NAME);
                        default -> false;
                    };
            if (nowhere) {
                throw new BadInput(reference, "there is no such file or folder, and " + e.sentence());
            }
            throw e;
        }
    }

    /** Where {@code reference} leads without fetching anything. */
    public Optional<Path> onDisk(String reference) {
        if (reference.equals(StarterModel.NAME)) {
            return starter.find();
        }
        Optional<Path> path = path(reference).filter(Files::exists);
        return path.isPresent() ? path : ModelName.parse(reference).flatMap(this::named);
    }

    /**
     * Fetches a model into the data folder, unless it is there or in the Hugging Face cache.
     *
     * @param reference a name on the hub ({@link ModelName}), or {@code starter}
     * @throws BadInput if it is not such a name
     * @throws FetchFailure if it cannot be had
     */
    public Path fetch(String reference, Monitor monitor) {
        try {
            if (reference.equals(StarterModel.NAME)) {
                return new StarterModel(folder, reach()).fetch(monitor);
            }
            if (PATH_ALIKE.matcher(reference).matches()) {
                throw new BadInput(reference, "there is no such file or folder");
            }
            ModelName name = ModelName.parse(reference)
                    .orElseThrow(() -> new BadInput(
                            reference, "is no folder, no .gguf file and no name (owner/name) on the Hugging Face hub"));
            Optional<Path> there = named(name);
            return there.isPresent() ? there.get() : new HubClient(reach()).fetch(name, folder.models(), monitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the person has switched the network off. */
    public boolean offline() {
        return offline.isOn();
    }

    /** Nothing is fetched from now on, or again; kept for the next start. */
    public void offline(boolean on) throws IOException {
        offline.set(on);
    }

    private HubSettings reach() {
        return hub.offline().isEmpty() && offline.isOn()
                ? hub.offline("since the network is switched off in Settings")
                : hub;
    }

    /** Keeps a folder or file in the list from now on. */
    public void add(Path path) throws IOException {
        added.add(path);
    }

    /** Takes what was added off the list; nothing on disk is touched. */
    public void remove(Path path) throws IOException {
        added.remove(path);
    }

    private Optional<Path> named(ModelName name) {
        return FetchedModels.find(name, folder.models()).or(() -> inCache(name));
    }

    private Optional<Path> inCache(ModelName name) {
        HubCache cache = new HubCache(hub.cache());
        if (name.gguf().isEmpty()) {
            return cache.find(name.repository(), name.revision());
        }
        ModelName.Gguf wanted = name.gguf().get();
        return cache.snapshot(name.repository(), name.revision())
                .flatMap(snapshot -> Stream.concat(Stream.of(snapshot), ModelFolders.entries(snapshot).stream())
                        .flatMap(place -> FetchedModels.gguf(wanted, place).stream())
                        .findFirst());
    }

    private List<ModelPlace> places() {
        List<ModelPlace> places = new ArrayList<>();
        starter.find()
                .ifPresent(path -> places.add(
                        new ModelPlace("SmolLM2-135M-Instruct", StarterModel.NAME, ModelSource.STARTER, path)));
        for (Path child : ModelFolders.entries(folder.models())) {
            if (!child.getFileName().toString().startsWith(".")) {
                ModelFolders.under(child).forEach(path -> places.add(place(path, ModelSource.FETCHED)));
            }
        }
        for (HubCache.Snapshot snapshot : new HubCache(hub.cache()).snapshots()) {
            for (Path path : ModelFolders.in(snapshot.folder())) {
                boolean file = ModelFolders.isGguf(path);
                places.add(new ModelPlace(
                        file ? baseName(path) : snapshot.repository(),
                        file ? path.toString() : snapshot.repository(),
                        ModelSource.HUGGING_FACE_CACHE,
                        path));
            }
        }
        places.addAll(addedPlaces());
        return places;
    }

    private List<ModelPlace> addedPlaces() {
        List<ModelPlace> places = new ArrayList<>();
        try {
            for (Path path : added.list()) {
                List<Path> found = ModelFolders.under(path);
                (found.isEmpty() ? List.of(path) : found).forEach(model -> places.add(place(model, ModelSource.ADDED)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    private static ModelPlace place(Path path, ModelSource source) {
        Optional<String> fetchedAs =
                Files.isDirectory(path) ? ModelOrigin.of(path).map(ModelOrigin::name) : Optional.empty();
        return new ModelPlace(fetchedAs.orElseGet(() -> baseName(path)), path.toString(), source, path);
    }

    private static String baseName(Path path) {
        Path last = path.getFileName();
        String name = last == null ? path.toString() : last.toString();
        return ModelFolders.isGguf(path) ? name.substring(0, name.length() - ".gguf".length()) : name;
    }

    private static Optional<Path> path(String reference) {
        try {
            return reference.isBlank() ? Optional.empty() : Optional.of(Path.of(reference));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
