package org.vectorscope.engine.torch.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vectorscope.file.BadInput;

/** Looks for PyTorch where people have it. Looks beside interpreters; runs none. */
public final class RuntimeSearch {
    private static final int MOST_ENTRIES = 256;
    private static final List<String> INTERPRETERS = List.of("python3", "python", "python.exe");
    private static final List<String> IN_HOME =
            List.of(".venv", "venv", ".local", "miniconda3", "anaconda3", "miniforge3", "mambaforge", "libtorch");
    private static final List<String> OF_MACHINE =
            List.of("/opt/conda", "/opt/libtorch", "/usr/local", "/usr", "/usr/local/libtorch");

    private final Map<String, String> environment;
    private final Path home;
    private final Path workingFolder;
    private final List<Path> ofMachine;

    RuntimeSearch(Map<String, String> environment, Path home, Path workingFolder, List<Path> ofMachine) {
        this.environment = environment;
        this.home = home;
        this.workingFolder = workingFolder;
        this.ofMachine = ofMachine;
    }

    public static RuntimeSearch ofThisMachine() {
        return new RuntimeSearch(
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")),
                Path.of("").toAbsolutePath(),
                OF_MACHINE.stream().map(Path::of).toList());
    }

    /** Folders that hold a PyTorch, usable ones first; those that were added are told even where they hold none. */
    public List<FoundRuntime> all(List<Path> added) {
        Map<Path, FoundRuntime> found = new LinkedHashMap<>();
        for (Path given : added) {
            FoundRuntime runtime = look(given);
            found.put(runtime.given(), runtime);
        }
        for (Path place : places()) {
            if (PytorchPlaces.within(place).isPresent()) {
                FoundRuntime runtime = look(place);
                found.putIfAbsent(runtime.given(), runtime);
            }
        }
        List<FoundRuntime> sorted = new ArrayList<>(found.values());
        sorted.sort((a, b) -> Boolean.compare(b.isUsable(), a.isUsable()));
        return List.copyOf(sorted);
    }

    /** One folder, whatever is wrong with it. */
    public static FoundRuntime look(Path given) {
        try {
            return FoundRuntime.of(PytorchFolder.read(given));
        } catch (BadInput e) {
            return new FoundRuntime(given, Optional.empty(), Optional.of(e.fault()));
        }
    }

    private Set<Path> places() {
        Set<Path> places = new LinkedHashSet<>();
        for (String variable : List.of("VIRTUAL_ENV", "CONDA_PREFIX", "LIBTORCH", "PYTORCH_LIBRARY_PATH")) {
            path(environment.get(variable)).ifPresent(places::add);
        }
        places.add(workingFolder.resolve(".venv"));
        places.add(workingFolder.resolve("venv"));
        places.addAll(besideInterpreters());
        for (String name : IN_HOME) {
            Path place = home.resolve(name);
            places.add(place);
            places.addAll(entries(place.resolve("envs")));
        }
        path(environment.get("LOCALAPPDATA"))
                .ifPresent(
                        local -> places.addAll(entries(local.resolve("Programs").resolve("Python"))));
        places.addAll(ofMachine);
        return places;
    }

    /** An environment's {@code bin/python} is a link out of it, so both ends are looked at. */
    private List<Path> besideInterpreters() {
        List<Path> places = new ArrayList<>();
        @Nullable String path = environment.get("PATH");
        for (String part : path == null ? new String[0] : path.split(File.pathSeparator)) {
            Optional<Path> folder = path(part);
            for (String name : folder.isPresent() ? INTERPRETERS : List.<String>of()) {
                Path interpreter = folder.get().resolve(name);
                if (Files.isRegularFile(interpreter)) {
                    addPrefix(places, interpreter);
                    addPrefix(places, real(interpreter));
                }
            }
        }
        return places;
    }

    /** {@code PREFIX/bin/python3}, on Windows {@code PREFIX\Scripts\python.exe} or {@code PREFIX\python.exe}. */
    private static void addPrefix(List<Path> places, Path interpreter) {
        @Nullable Path folder = interpreter.getParent();
        if (folder != null) {
            places.add(folder);
            @Nullable Path prefix = folder.getParent();
            if (prefix != null) {
                places.add(prefix);
            }
        }
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // a link that leads nowhere leads to itself
            return path;
        }
    }

    private static List<Path> entries(Path folder) {
        List<Path> entries = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
                for (Path entry : stream) {
                    if (entries.size() == MOST_ENTRIES) {
                        break;
                    }
                    entries.add(entry);
                }
            } catch (IOException e) {
                // a folder that may not be listed holds nothing for us
                return List.of();
            }
        }
        return entries;
    }

    private static Optional<Path> path(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            // an environment variable that is no path points nowhere
            return Optional.empty();
        }
    }
}
