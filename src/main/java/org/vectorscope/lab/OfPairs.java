package org.vectorscope.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.vectorscope.contrast.ContrastFiles;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.file.Json;
import org.vectorscope.store.Content;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Kind;
import org.vectorscope.store.RunFilter;
import org.vectorscope.store.Store;

/**
 * A result that was made of pairs, with the pairs themselves: what decides the numbers is their hash, but pairs that
 * were edited since, or are a part of a set, could not be found again by that.
 */
record OfPairs<T>(Cache.Form<T> form, ContrastSet set) implements Cache.Form<T> {
    /** Name in the result. */
    static final String FIELD = "contrastSet";

    /** Larger sets come from files, which are better left where they are. */
    private static final int MOST = 5_000;

    @Override
    public Content write(T value) {
        Content content = form.write(value);
        if (set.pairs().size() > MOST) {
            return content;
        }
        ObjectNode result = content.result().deepCopy();
        result.set(FIELD, Json.parse(set.name(), ContrastFiles.text(set, ContrastFiles.Format.JSON)));
        return new Content(result, content.arrays());
    }

    @Override
    public T read(Entry entry, Function<String, float[]> arrays) {
        return form.read(without(entry), arrays);
    }

    /** The result alone. */
    static Entry without(Entry entry) {
        ObjectNode result = entry.result().deepCopy();
        result.remove(FIELD);
        return new Entry(entry.run(), result);
    }

    /** Pairs that a vector was made of once. */
    static Optional<ContrastSet> find(Store store, String sha256) {
        return store.runs(RunFilter.of(Kind.VECTOR).withWords(sha256)).stream()
                .flatMap(run -> store.open(run.number()).stream())
                .map(entry -> entry.result().path(FIELD))
                .filter(JsonNode::isObject)
                .map(node -> ContrastFiles.parse("the store", Json.pretty(node).getBytes(StandardCharsets.UTF_8)))
                .filter(set -> set.pairsSha256().equals(sha256))
                .findFirst();
    }
}
