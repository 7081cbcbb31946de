package org.vectorscope.checkpoint.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.checkpoint.template.Value.Missing;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Truth;
import org.vectorscope.checkpoint.template.Value.Whole;

/** What a function, filter or test was called with. */
record Arguments(List<Value> positional, Map<String, Value> named) {
    static final Arguments NONE = new Arguments(List.of(), Map.of());

    Optional<Value> find(int index, String name) {
        if (index < positional.size()) {
            return Optional.of(positional.get(index));
        }
        return Optional.ofNullable(named.get(name));
    }

    Value get(int index, String name) {
        return find(index, name).orElseThrow(() -> new TemplateFault("the argument '" + name + "' is missing"));
    }

    Value get(int index, String name, Value otherwise) {
        return find(index, name).orElse(otherwise);
    }

    String text(int index, String name) {
        return textOf(get(index, name), name);
    }

    /** Empty where it was not given or is None. */
    Optional<String> optionalText(int index, String name) {
        return find(index, name).filter(value -> !(value instanceof Value.None)).map(value -> textOf(value, name));
    }

    long whole(int index, String name, long otherwise) {
        return find(index, name).map(value -> wholeOf(value, name)).orElse(otherwise);
    }

    boolean truth(int index, String name) {
        return find(index, name).map(Truthiness::of).orElse(false);
    }

    /** These arguments without the first {@code count} positional ones. */
    Arguments after(int count) {
        return new Arguments(positional.subList(Math.min(count, positional.size()), positional.size()), named);
    }

    private static String textOf(Value value, String name) {
        if (value instanceof Text text) {
            return text.value();
        }
        throw new TemplateFault("the argument '" + name + "' is " + Kinds.of(value) + ", not text");
    }

    private static long wholeOf(Value value, String name) {
        return switch (value) {
            case Whole whole -> whole.value();
            case Truth truth -> truth.value() ? 1 : 0;
            case Missing missing -> throw new TemplateFault("'" + missing.name() + "' is undefined");
            default ->
                throw new TemplateFault("the argument '" + name + "' is " + Kinds.of(value) + ", not a whole number");
        };
    }
}
