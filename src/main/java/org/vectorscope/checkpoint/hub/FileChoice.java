package org.vectorscope.checkpoint.hub;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vectorscope.checkpoint.hub.FetchFailure.Kind;

/** Which files of a repository are needed: the weights once, and what says how to run them. */
final class FileChoice {
    private static final Pattern SMALL = Pattern.compile(
            "README\\.md|config\\.json|generation_config\\.json|tokenizer[A-Za-z0-9_-]*\\.json|special_tokens_map\\.json"
                    + "|added_tokens\\.json|vocab\\.json|merges\\.txt|chat_template\\.(?:jinja|json)");
    private static final Pattern PART = Pattern.compile("(.*)-([0-9]{5})-of-([0-9]{5})\\.gguf");
    private static final String WHOLE = "model.safetensors";
    private static final int MOST_NAMES = 12;

    private final ModelName name;
    private final Repository repository;

    FileChoice(ModelName name, Repository repository) {
        this.name = name;
        this.repository = repository;
    }

    /** Reads the index of a repository whose weights are in several files. */
    @FunctionalInterface
    interface IndexReader<E extends Exception> {
        /** @return the names of those files */
        Set<String> read(RemoteFile index) throws E;
    }

    <E extends Exception> List<RemoteFile> files(IndexReader<E> index) throws E {
        if (name.gguf().isPresent()) {
            return gguf(name.gguf().get());
        }
        Predicate<String> weights = weights(index);
        return repository.files().stream()
                .filter(file ->
                        weights.test(file.path()) || SMALL.matcher(file.path()).matches())
                .toList();
    }

    private <E extends Exception> Predicate<String> weights(IndexReader<E> reader) throws E {
        if (has(WHOLE::equals)) {
            return WHOLE::equals;
        }
        for (RemoteFile file : repository.files()) {
            if (file.path().equals(ShardIndex.NAME)) {
                return shards(reader.read(file));
            }
        }
        List<String> safetensors =
                paths().filter(FileChoice::isSafetensors).limit(2).toList();
        if (safetensors.size() == 1) {
            return safetensors.getFirst()::equals;
        }
        throw unusable(instead());
    }

    private Predicate<String> shards(Set<String> named) {
        for (String shard : named) {
            if (!has(shard::equals)) {
                throw unusable("has no " + shard + ", which its index names");
            }
        }
        return path -> named.contains(path) || path.equals(ShardIndex.NAME);
    }

    private static boolean isSafetensors(String path) {
        return path.endsWith(".safetensors") && !path.contains("/") && !path.startsWith("adapter_model");
    }

    private String instead() {
        if (has(path -> path.endsWith(".gguf"))) {
            return "holds GGUF files: name one of them, as " + repository.name() + "/" + ggufs();
        }
        if (has(path -> path.startsWith("adapter_model"))) {
            return "is an adapter for another model, which cannot be run here";
        }
        if (has(path -> path.endsWith(".bin") || path.endsWith(".pt") || path.endsWith(".pth"))) {
            return "has its weights as pickled Python objects only, which are never opened here";
        }
        return "has no weights as safetensors or GGUF";
    }

    private boolean has(Predicate<String> wanted) {
        return paths().anyMatch(wanted);
    }

    private Stream<String> paths() {
        return repository.files().stream().map(RemoteFile::path);
    }

    private String ggufs() {
        return paths().filter(path -> path.endsWith(".gguf")).findFirst().orElse("file.gguf");
    }

    /** One file, or all parts of one that is split, the first of them first. */
    private List<RemoteFile> gguf(ModelName.Gguf wanted) {
        Map<String, List<RemoteFile>> models = new TreeMap<>(repository.files().stream()
                .filter(file -> file.path().endsWith(".gguf"))
                .collect(Collectors.groupingBy(file -> whole(file.path()))));
        Map<String, List<RemoteFile>> found = new TreeMap<>(models);
        found.keySet().removeIf(path -> !isWanted(wanted, path));
        if (found.size() != 1) {
            throw unusable((found.isEmpty() ? "has no" : "has more than one") + " GGUF file " + wanted.text()
                    + (models.isEmpty() ? "" : "; it has " + few(found.isEmpty() ? models : found)));
        }
        List<RemoteFile> parts = found.values().iterator().next().stream()
                .sorted(Comparator.comparing(RemoteFile::path))
                .toList();
        Matcher first = PART.matcher(parts.getFirst().path());
        if (first.matches() && Integer.parseInt(first.group(3)) != parts.size()) {
            throw unusable("has " + parts.size() + " parts of "
                    + whole(parts.getFirst().path()) + " and not " + Integer.parseInt(first.group(3)));
        }
        return parts;
    }

    private static boolean isWanted(ModelName.Gguf wanted, String path) {
        if (wanted.exact()) {
            return path.equals(whole(wanted.text()));
        }
        String text = Pattern.quote(wanted.text().toLowerCase(Locale.ROOT));
        return path.toLowerCase(Locale.ROOT)
                .matches("(?:.*[./-])?" + text + "(?:/[^/]*)?\\.gguf|(?:.*/)?" + text + "/[^/]*\\.gguf");
    }

    /** What a part is a part of. */
    private static String whole(String path) {
        Matcher part = PART.matcher(path);
        return part.matches() ? part.group(1) + ".gguf" : path;
    }

    private static String few(Map<String, List<RemoteFile>> models) {
        return models.keySet().stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                + (models.size() > MOST_NAMES ? ", …" : "");
    }

    private FetchFailure unusable(String what) {
        return new FetchFailure(Kind.UNUSABLE, repository.name() + " " + what);
    }
}
