package org.vectorscope.lab;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.vectorscope.store.Content;
import org.vectorscope.store.Entry;

/**
 * A result that was read from a file of the person's, with where that lies: not part of what decides the numbers, which
 * is the file's content, but needed to find it again.
 */
record OfFile<T>(Cache.Form<T> form, Path file) implements Cache.Form<T> {
    /** Name in the result. */
    static final String FIELD = "file";

    @Override
    public Content write(T value) {
        Content content = form.write(value);
        ObjectNode result = content.result().deepCopy();
        return new Content(result.put(FIELD, file.toAbsolutePath().toString()), content.arrays());
    }

    @Override
    public T read(Entry entry, Function<String, float[]> arrays) {
        ObjectNode result = entry.result().deepCopy();
        result.remove(FIELD);
        return form.read(new Entry(entry.run(), result), arrays);
    }

    /** Empty for a result that is of no file. */
    static Optional<Path> of(Entry entry) {
        return Optional.ofNullable(entry.result().path(FIELD).textValue()).map(Path::of);
    }
}
