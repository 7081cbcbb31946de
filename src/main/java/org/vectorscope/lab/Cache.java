package org.vectorscope.lab;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vectorscope.file.Json;
import org.vectorscope.store.Content;
import org.vectorscope.store.Entry;
import org.vectorscope.store.Key;
import org.vectorscope.store.Kind;
import org.vectorscope.store.Store;
import org.vectorscope.store.StoreFailure;
import org.vectorscope.store.Summary;

/** Answers from the store, or computes and keeps. A store that cannot keep something costs time, never the result. */
final class Cache {
    private static final Logger LOG = LoggerFactory.getLogger(Cache.class);

    private final Store store;

    Cache(Store store) {
        this.store = store;
    }

    /** How a result becomes rows in the store and comes back. */
    interface Form<T> {
        Content write(T value);

        T read(Entry entry, Function<String, float[]> arrays);
    }

    /** Values that are JSON altogether. */
    static <T> Form<T> json(Class<T> type) {
        return new Form<>() {
            @Override
            public Content write(T value) {
                return new Content(Json.mapper().valueToTree(value));
            }

            @Override
            public T read(Entry entry, Function<String, float[]> arrays) {
                return bind(entry.result(), type);
            }
        };
    }

    <T> Outcome<T> get(Kind kind, ObjectNode recipe, Summary summary, Form<T> form, Supplier<T> compute) {
        Key key = new Key(kind, recipe);
        Optional<Outcome<T>> known = find(kind, recipe, form);
        if (known.isPresent()) {
            return known.get();
        }
        long start = System.nanoTime();
        T value = compute.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        long run = keep(key, summary, form.write(value), took);
        return new Outcome<>(value, run, false, took, Instant.now(), recipe);
    }

    boolean has(Kind kind, ObjectNode recipe) {
        return store.find(new Key(kind, recipe)).isPresent();
    }

    <T> Optional<Outcome<T>> find(Kind kind, ObjectNode recipe, Form<T> form) {
        return store.find(new Key(kind, recipe)).flatMap(entry -> read(entry, form)
                .map(value -> new Outcome<>(
                        value,
                        entry.run().number(),
                        true,
                        entry.run().took(),
                        entry.run().created(),
                        recipe)));
    }

    /** Empty where a part of it is no longer whole: then it is computed again and replaced. */
    private <T> Optional<T> read(Entry entry, Form<T> form) {
        try {
            return Optional.of(
                    form.read(entry, name -> store.floats(entry.run(), name).orElseThrow(() -> new MissingPart(name))));
        } catch (MissingPart e) {
            LOG.warn("run {} is not whole", entry.run().label(), e);
            return Optional.empty();
        }
    }

    /** An array that the result speaks of cannot be read back. */
    private static final class MissingPart extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MissingPart(String name) {
            super(name);
        }
    }

    private long keep(Key key, Summary summary, Content content, Duration took) {
        try {
            return store.put(key, summary, content, took).run().number();
        } catch (StoreFailure e) {
            LOG.warn("a result could not be kept", e);
            return 0;
        }
    }

    private static <T> T bind(JsonNode node, Class<T> type) {
        try {
            return Json.mapper().treeToValue(node, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
