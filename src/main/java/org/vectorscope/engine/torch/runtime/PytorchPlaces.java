package org.vectorscope.engine.torch.runtime;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where PyTorch lies within what a person points at. */
final class PytorchPlaces {
    /** What makes a folder one of PyTorch's. */
    static final String LIBRARY = Path.of("lib", System.mapLibraryName("torch")).toString();

    private static final List<String> PACKAGES = List.of("site-packages", "dist-packages");
    /** A lib folder with more Pythons than this is not believed. */
    private static final int MOST_PYTHONS = 64;

    private PytorchPlaces() {}

    /** The folder that holds {@link #LIBRARY}, links resolved. */
    static Optional<Path> within(Path given) {
        return candidates(given.toAbsolutePath().normalize())
                .filter(folder -> Files.isRegularFile(folder.resolve(LIBRARY)))
                .findFirst()
                .flatMap(PytorchPlaces::real);
    }

    private static Stream<Path> candidates(Path given) {
        List<Path> found = new ArrayList<>(List.of(given, given.resolve("torch"), given.resolve("libtorch")));
        if (given.endsWith("lib") && given.getParent() != null) {
            found.add(given.getParent());
        }
        for (String packages : PACKAGES) {
            found.add(given.resolve("Lib").resolve(packages).resolve("torch"));
        }
        for (String lib : List.of("lib", "lib64")) {
            for (Path python : pythons(given.resolve(lib))) {
                PACKAGES.forEach(packages -> found.add(python.resolve(packages).resolve("torch")));
            }
        }
        return found.stream();
    }

    /** {@code python3.11} and the like. */
    private static List<Path> pythons(Path lib) {
        List<Path> pythons = new ArrayList<>();
        if (!Files.isDirectory(lib)) {
            return pythons;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(lib, "python3*")) {
            for (Path entry : entries) {
                if (pythons.size() == MOST_PYTHONS) {
                    break;
                }
                pythons.add(entry);
            }
        } catch (IOException e) {
            // a folder that may not be listed holds nothing for us
            return List.of();
        }
        return pythons.stream().sorted().toList();
    }

    private static Optional<Path> real(Path folder) {
        try {
            return Optional.of(folder.toRealPath());
        } catch (IOException e) {
            // gone between two looks
            return Optional.empty();
        }
    }
}
