package org.vectorscope.contrast;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vectorscope.file.Json;

/** The sets that come with the program, packed beside its classes. */
public final class SampleSets {
    private static final String FOLDER = "/org/vectorscope/samples/";

    private SampleSets() {}

    /** In the order in which they are offered. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (JsonNode name : Json.parse("index.json", new String(bytes("index.json"), StandardCharsets.UTF_8))
                .path("sets")) {
            names.add(name.textValue());
        }
        return List.copyOf(names);
    }

    /** Empty where no sample has that name. */
    public static Optional<ContrastSet> find(String name) {
        return names().contains(name)
                ? Optional.of(ContrastFiles.parse(name + ".json", bytes(name + ".json")))
                : Optional.empty();
    }

    public static List<ContrastSet> all() {
        return names().stream().flatMap(name -> find(name).stream()).toList();
    }

    /**
     * A file, or a sample by its name ({@code sentiment}, {@code sentiment.json}); a file of that name comes first.
     *
     * @throws org.vectorscope.file.BadInput if it is neither, or the file is no contrast set
     */
    public static ContrastSet open(String fileOrSample) throws IOException {
        Path file = Path.of(fileOrSample);
        if (!Files.exists(file)) {
            Optional<ContrastSet> sample = find(fileOrSample.replaceFirst("\\.json$", ""));
            if (sample.isPresent()) {
                return sample.get();
            }
        }
        return ContrastFiles.read(file);
    }

    private static byte[] bytes(String name) {
        try (InputStream in = SampleSets.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the program was packed without " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
