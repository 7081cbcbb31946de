package org.vectorscope.checkpoint.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a template can hold. There is no other kind, and none of them leads to an object of the program. */
sealed interface Value {
    Value NONE = new None();
    Value TRUE = new Truth(true);
    Value FALSE = new Truth(false);

    record Text(String value) implements Value {}

    record Whole(long value) implements Value {}

    record Real(double value) implements Value {}

    record Truth(boolean value) implements Value {}

    record None() implements Value {}

    /** A name that stands for nothing; prints as nothing, and cannot be computed with. */
    record Missing(String name) implements Value {}

    /** A list, or a tuple. */
    record Sequence(List<Value> items) implements Value {}

    /** Insertion order; keys are text, numbers, booleans or None. */
    record Table(Map<Value, Value> entries) implements Value {}

    /** A function of the language or a macro of the template. */
    record Function(String name, Body body) implements Value {}

    @FunctionalInterface
    interface Body {
        Value call(Arguments arguments);
    }

    /** What {@code namespace(...)} makes: the only value that can be changed. */
    final class Namespace implements Value {
        final Map<String, Value> attributes = new LinkedHashMap<>();
    }

    /** The variable {@code loop}. */
    final class Loop implements Value {
        final List<Value> items;
        int index;

        @Nullable
        List<Value> watched;

        Loop(List<Value> items) {
            this.items = items;
        }
    }

    static Value of(boolean value) {
        return value ? TRUE : FALSE;
    }
}
