package org.vectorscope.checkpoint.hub;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model on the Hugging Face hub: {@code owner/name} (or {@code name} alone, as for {@code gpt2}), at another revision
 * {@code owner/name@branch}; a GGUF file of it as {@code owner/name/file.gguf}, or by its quantisation as
 * {@code owner/name:Q4_K_M}.
 *
 * @param repository {@code owner/name}
 * @param revision branch, tag or commit; empty for {@code main}
 * @param gguf the file's path in the repository, or the quantisation
 */
public record ModelName(String repository, Optional<String> revision, Optional<Gguf> gguf) {
    private static final String PART = "[A-Za-z0-9][A-Za-z0-9._-]{0,95}";
    private static final String REVISION = "(?:@(refs/pr/[0-9]{1,6}|[A-Za-z0-9][A-Za-z0-9._-]{0,95}))?";
    private static final Pattern NAME =
            Pattern.compile("(" + PART + "(?:/" + PART + ")?)" + REVISION + "(?::([A-Za-z0-9_.-]{1,40}))?");
    private static final Pattern FILE =
            Pattern.compile("(" + PART + "/" + PART + ")" + REVISION + "/((?:" + PART + "/)?" + PART + "\\.gguf)");

    /** @param exact whether {@code text} is the file's path, else its quantisation */
    public record Gguf(String text, boolean exact) {}

    /** Empty where {@code text} cannot be a name on the hub. */
    public static Optional<ModelName> parse(String text) {
        Matcher file = FILE.matcher(text);
        if (file.matches()) {
            return named(file, new Gguf(file.group(3), true));
        }
        Matcher name = NAME.matcher(text);
        if (!name.matches() || text.endsWith(".gguf")) {
            return Optional.empty();
        }
        return named(name, name.group(3) == null ? null : new Gguf(name.group(3), false));
    }

    private static Optional<ModelName> named(Matcher parts, @Nullable Gguf gguf) {
        String repository = parts.group(1);
        if (repository.contains("..") || repository.contains("--")) {
            return Optional.empty();
        }
        return Optional.of(new ModelName(
                repository,
                Optional.ofNullable(parts.group(2)).filter(revision -> !revision.equals("main")),
                Optional.ofNullable(gguf)));
    }

    /** As a folder's name: {@code owner--name}, {@code owner--name@branch}. */
    String folder() {
        return (repository + revision.map(name -> "@" + name).orElse("")).replace("/", "--");
    }

    /** For people, without the file. */
    String words() {
        return repository + revision.map(name -> "@" + name).orElse("");
    }
}
