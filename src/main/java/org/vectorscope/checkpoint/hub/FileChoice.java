package org.vectorscope.checkpoint.hub;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;

/** Which files of a repository are needed: the weights once, and what says how to run them. */
final class FileChoice {
    private static final Pattern SMALL = Pattern.compile(
            "README\\.md|config\\.json|generation_config\\.json|tokenizer[A-Za-z0-9_-]*\\.json|special_tokens_map\\.json"
                    + "|added_tokens\\.json|vocab\\.json|merges\\.txt|chat_template\\.(?:jinja|json)");
    private static final Pattern SHARD = Pattern.compile("model-[0-9]{5}-of-[0-9]{5}\\.safetensors");
    private static final String INDEX = "model.safetensors.index.json";
    private static final String WHOLE = "model.safetensors";

    private FileChoice() {}

    static List<RemoteFile> of(ModelName name, Repository repository) {
        if (name.gguf().isPresent()) {
            return List.of(gguf(name, name.gguf().get(), repository));
        }
        Predicate<String> weights = weights(name, repository);
        return repository.files().stream()
                .filter(file ->
                        weights.test(file.path()) || SMALL.matcher(file.path()).matches())
                .toList();
    }

    private static Predicate<String> weights(ModelName name, Repository repository) {
        if (has(repository, WHOLE::equals)) {
            return WHOLE::equals;
        }
        Predicate<String> shards = path -> SHARD.matcher(path).matches();
        if (has(repository, INDEX::equals) && has(repository, shards)) {
            return shards.or(INDEX::equals);
        }
        if (has(repository, path -> path.endsWith(".gguf"))) {
            throw unusable(
                    name, "holds GGUF files: name one of them, as " + name.repository() + "/" + ggufs(repository));
        }
        if (has(repository, path -> path.startsWith("adapter_model"))) {
            throw unusable(name, "is an adapter for another model, which cannot be run here");
        }
        if (has(repository, path -> path.endsWith(".bin") || path.endsWith(".pt") || path.endsWith(".pth"))) {
            throw unusable(name, "has its weights as pickled Python objects only, which are never opened here");
        }
        throw unusable(name, "has no weights as safetensors or GGUF");
    }

    private static boolean has(Repository repository, Predicate<String> wanted) {
        return repository.files().stream().anyMatch(file -> wanted.test(file.path()));
    }

    private static String ggufs(Repository repository) {
        return repository.files().stream()
                .map(RemoteFile::path)
                .filter(path -> path.endsWith(".gguf"))
                .limit(1)
                .findFirst()
                .orElse("file.gguf");
    }

    private static RemoteFile gguf(ModelName name, ModelName.Gguf wanted, Repository repository) {
        String text = wanted.text().toLowerCase(Locale.ROOT);
        List<RemoteFile> found = repository.files().stream()
                .filter(file -> file.path().endsWith(".gguf"))
                .filter(file -> wanted.exact()
                        ? file.path().equals(wanted.text())
                        : file.name().toLowerCase(Locale.ROOT).matches(".*[.-]" + Pattern.quote(text) + "\\.gguf"))
                .toList();
        if (found.size() != 1) {
            throw unusable(name, "has " + (found.isEmpty() ? "no" : "more than one") + " GGUF file " + wanted.text());
        }
        return found.getFirst();
    }

    private static FetchFailure unusable(ModelName name, String what) {
        return new FetchFailure(Kind.UNUSABLE, name.repository() + " " + what);
    }
}
