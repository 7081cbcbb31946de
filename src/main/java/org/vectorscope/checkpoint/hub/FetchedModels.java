package org.vectorscope.checkpoint.hub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where fetched models are: {@code models/owner--name}, GGUF files in {@code models/owner--name--gguf}. */
final class FetchedModels {
    private FetchedModels() {}

    static Path folder(ModelName name, Path models) {
        return models.resolve(name.folder());
    }

    static Path ggufFolder(ModelName name, Path models) {
        return models.resolve(name.folder() + "--gguf");
    }

    static Optional<Path> find(ModelName name, Path models) {
        if (name.gguf().isEmpty()) {
            return Optional.of(folder(name, models)).filter(Files::isDirectory);
        }
        return gguf(name.gguf().get(), ggufFolder(name, models));
    }

    /** A GGUF file, or the first of its parts, by its name or its quantisation. */
    static Optional<Path> gguf(ModelName.Gguf wanted, Path folder) {
        String text = Pattern.quote(wanted.text()
                .substring(wanted.text().lastIndexOf('/') + 1)
                .replaceFirst("(?i)(-00001-of-[0-9]{5})?\\.gguf$", "")
                .toLowerCase(Locale.ROOT));
        Pattern name = Pattern.compile((wanted.exact() ? "" : "(?:.*[.-])?") + text + "(-00001-of-[0-9]{5})?\\.gguf");
        return ModelFolders.entries(folder).stream()
                .filter(ModelFolders::isGguf)
                .filter(file -> name.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT))
                        .matches())
                .findFirst();
    }

    /** Of this model, at whatever commit: what was begun before it moved on is of no use any more. */
    static void forgetStaging(ModelName name, Path waiting) throws IOException {
        Pattern staging = Pattern.compile(Pattern.quote(name.folder()) + "@[0-9a-f]{40}");
        for (Path folder : ModelFolders.entries(waiting)) {
            if (staging.matcher(folder.getFileName().toString()).matches()) {
                Trees.delete(folder);
            }
        }
    }
}
