package org.vectorscope.checkpoint.container;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list in a GGUF file's metadata: gone over when the file is opened, made into values when it is first asked for. */
final class GgufArray {
    private final Supplier<List<Object>> reader;
    private @Nullable List<Object> values;

    GgufArray(Supplier<List<Object>> reader) {
        this.reader = reader;
    }

    /** Long, Double, Boolean, String, or such lists themselves. */
    synchronized List<Object> values() {
        List<Object> read = values;
        if (read == null) {
            read = reader.get();
            values = read;
        }
        return read;
    }
}
