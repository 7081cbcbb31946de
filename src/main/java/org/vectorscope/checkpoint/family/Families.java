package org.vectorscope.checkpoint.family;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vectorscope.file.BadInput;

/** The families that can be read. */
public final class Families {
    private static final List<Family> ALL = List.of(
            new Llama(),
            new Mistral(),
            new Qwen2(),
            new Qwen3(),
            new Gemma2(),
            new Gemma3(),
            new Phi3(),
            new SmolLm3(),
            new Olmo2(),
            new Gpt2(),
            new GptNeox());

    private Families() {}

    /** @throws BadInput naming the families there are, if {@code name} is not a model_type of them */
    public static Family named(String source, String name) {
        return find(source, name, ALL.stream().filter(f -> f.names().contains(name)));
    }

    /** @throws BadInput naming the families there are, if {@code name} is not a GGUF architecture of them */
    public static Family ofGguf(String source, String name) {
        return find(source, name, ALL.stream().filter(f -> f.ggufNames().contains(name)));
    }

    /** Transformers' names of all of them. */
    public static List<String> names() {
        return ALL.stream().flatMap(f -> f.names().stream().sorted()).toList();
    }

    private static Family find(String source, String name, Stream<Family> found) {
        return found.findFirst()
                .orElseThrow(() -> new BadInput(
                        source,
                        "the model family '" + name + "' is not supported; supported: "
                                + names().stream().collect(Collectors.joining(", "))));
    }
}
