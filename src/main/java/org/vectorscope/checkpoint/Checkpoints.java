package org.vectorscope.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vectorscope.checkpoint.container.GgufParts;
import org.vectorscope.file.BadInput;

/** Opens models on disk, whatever format they are in. */
public final class Checkpoints {
    private static final String INSTEAD = "models are read from safetensors or GGUF files";
    private static final Set<String> PICKLES = Set.of("bin", "pt", "pth", "pkl", "pickle", "ckpt");
    private static final int MOST_FILES = 10_000;

    private Checkpoints() {}

    /**
     * Opens and checks a checkpoint without loading it.
     *
     * @param path a {@code .gguf} file, a folder as transformers saves it ({@code config.json}, {@code *.safetensors}),
     *     a safetensors file in such a folder, or a folder with one GGUF file
     * @throws BadInput if it is no model, is broken, or is of a kind that is not supported
     */
    public static Checkpoint open(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new BadInput(path, "there is no such file or folder");
        }
        return Files.isDirectory(path) ? openFolder(path) : openFile(path);
    }

    private static Checkpoint openFile(Path file) throws IOException {
        String ending = ending(file);
        if (PICKLES.contains(ending)) {
            throw pickle(file);
        }
        return switch (ending) {
            case "gguf" -> GgufModel.open(file);
            case "safetensors" ->
                FolderModel.open(Objects.requireNonNull(file.toAbsolutePath().getParent(), "of a file"));
            default -> throw new BadInput(file, "is no model; " + INSTEAD);
        };
    }

    private static Checkpoint openFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.limit(MOST_FILES).sorted().toList();
        }
        if (files.stream().anyMatch(file -> ending(file).equals("safetensors"))) {
            return FolderModel.open(folder);
        }
        List<Path> ggufs = files.stream()
                .filter(file -> ending(file).equals("gguf") && !GgufParts.isLater(file))
                .toList();
        if (ggufs.size() == 1) {
            return GgufModel.open(ggufs.getFirst());
        }
        if (ggufs.size() > 1) {
            String names =
                    ggufs.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", "));
            throw new BadInput(folder, "holds several GGUF files, of which one is to be chosen: " + names);
        }
        for (Path file : files) {
            if (PICKLES.contains(ending(file))) {
                throw pickle(file);
            }
        }
        throw new BadInput(folder, "holds no model; " + INSTEAD);
    }

    /** Never opened: reading a pickle runs whatever program it contains. */
    private static BadInput pickle(Path file) {
        return new BadInput(
                file, "may hold a pickle, which can run any program when it is read, and is not opened; " + INSTEAD);
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
