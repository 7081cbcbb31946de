package org.vectorscope.checkpoint.hub;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model on the Hugging Face hub: {@code owner/name} (or {@code name} alone, as for {@code gpt2}); a GGUF file of it
 * as {@code owner/name/file.gguf}, or by its quantisation as {@code owner/name:Q4_K_M}.
 *
 * @param repository {@code owner/name}
 * @param gguf the file's path in the repository, or the quantisation
 */
public record ModelName(String repository, Optional<Gguf> gguf) {
    private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]{0,95}";
    private static final Pattern NAME = Pattern.compile("(" + PART + "(?:/" + PART + ")?)(?::([A-Za-z0-9_.-]{1,40}))?");
    private static final Pattern FILE =
            Pattern.compile("(" + PART + "/" + PART + ")/((?:" + PART + "/)?" + PART + "\\.gguf)");

    /** @param exact whether {@code text} is the file's path, else its quantisation */
    public record Gguf(String text, boolean exact) {}

    /** Empty where {@code text} cannot be a name on the hub. */
    public static Optional<ModelName> parse(String text) {
        Matcher file = FILE.matcher(text);
        if (file.matches()) {
            return Optional.of(new ModelName(file.group(1), Optional.of(new Gguf(file.group(2), true))));
        }
        Matcher name = NAME.matcher(text);
        if (!name.matches() || text.contains("..") || text.contains("--") || text.endsWith(".gguf")) {
            return Optional.empty();
        }
        Optional<String> quantisation = Optional.ofNullable(name.group(2));
        return Optional.of(new ModelName(name.group(1), quantisation.map(q -> new Gguf(q, false))));
    }

    /** As a folder's name: {@code owner--name}. */
    String folder() {
        return repository.replace("/", "--");
    }
}
