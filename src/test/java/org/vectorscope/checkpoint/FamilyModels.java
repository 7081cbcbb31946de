package org.vectorscope.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Tiny checkpoints with random weights of every model family, made with transformers by
 * {@code src/test/python/family_models.py}, whose head says what each covers. Found by walking the resources under
 * {@code org/vectorscope/checkpoint/families}: {@code FAMILY/VARIANT/} is a folder as on the Hub, and
 * {@code FAMILY/gguf/VARIANT.gguf} the same model converted; a GGUF of other content has a trace beside it.
 */
public final class FamilyModels {
    private FamilyModels() {}

    /**
     * One checkpoint and what transformers computes with it.
     *
     * @param trace a forward pass in float32 over {@code ids} i64 [n_tokens]: {@code embeddings}, {@code resid_post.L}
     *     f32 [n_tokens, d_model], {@code logits} f32 [n_tokens, vocabulary]
     */
    public record Model(Path path, Path trace) {
        /** {@code {"prompt": [ids], "ids": [64 ids]}} by greedy generation; there for most folders. */
        public Path greedy() {
            return path.resolve("greedy.json");
        }

        /** As {@link #greedy}, over the length at which the frequencies of longrope change; there for one folder. */
        public Path crossing() {
            return path.resolve("crossing.json");
        }

        @Override
        public String toString() {
            return root().relativize(path).toString();
        }
    }

    public static List<Model> all() {
        return Stream.concat(folders().stream(), ggufs().stream()).toList();
    }

    public static List<Model> folders() {
        return files("config.json").stream()
                .map(config -> new Model(config.getParent(), config.resolveSibling("trace.safetensors")))
                .toList();
    }

    public static List<Model> ggufs() {
        return files(".gguf").stream()
                .map(file -> new Model(file, traceOf(file)))
                .toList();
    }

    public static List<Model> greedy() {
        return folders().stream().filter(model -> Files.exists(model.greedy())).toList();
    }

    public static List<Model> crossing() {
        return folders().stream()
                .filter(model -> Files.exists(model.crossing()))
                .toList();
    }

    private static Path traceOf(Path gguf) {
        String name = gguf.getFileName().toString().replace(".gguf", "");
        Path own = gguf.resolveSibling(name + ".trace.safetensors");
        return Files.exists(own) ? own : gguf.getParent().resolveSibling(name).resolve("trace.safetensors");
    }

    private static List<Path> files(String ending) {
        try (Stream<Path> walk = Files.walk(root())) {
            return walk.filter(path -> path.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            return Path.of(Objects.requireNonNull(FamilyModels.class.getResource("families"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
