package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.template.Value.Missing;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Whole;

/** {@code value | name(arguments)}. */
final class Filters {
    private final Budget budget;
    private final Methods methods;
    private final TextMethods texts;
    private final TextParts parts;
    private final ListFilters lists;
    private final NumberFilters numbers;

    Filters(Budget budget, Methods methods, Members members, Tests tests) {
        this.budget = budget;
        this.methods = methods;
        this.texts = new TextMethods(budget);
        this.parts = new TextParts(budget);
        this.lists = new ListFilters(budget, members, tests, this);
        this.numbers = new NumberFilters(new Comparisons(budget), new Arithmetic(budget), budget);
    }

    Value apply(String name, Value input, Arguments arguments) {
        budget.step();
        Value result = ofText(name, input, arguments);
        if (result == null) {
            result = ofAny(name, input, arguments);
        }
        if (result == null) {
            result = lists.apply(name, input, arguments);
        }
        if (result == null) {
            result = numbers.apply(name, input, arguments);
        }
        if (result == null) {
            throw new TemplateFault("the filter '" + name + "' is not known");
        }
        return result;
    }

    private @Nullable Value ofText(String name, Value input, Arguments arguments) {
        return switch (name) {
            case "trim" -> texts.strip(text(input), arguments, true, true);
            case "upper" -> method(input, "upper");
            case "lower" -> method(input, "lower");
            case "capitalize" -> method(input, "capitalize");
            case "title" -> method(input, "title");
            case "string" -> budget.text(text(input));
            case "safe" -> input;
            case "replace" -> parts.replace(text(input), arguments);
            case "indent" -> indent(text(input), arguments);
            default -> null;
        };
    }

    private @Nullable Value ofAny(String name, Value input, Arguments arguments) {
        return switch (name) {
            case "default", "d" -> otherwise(input, arguments);
            case "length", "count" -> new Whole(length(input));
            case "tojson" -> budget.text(JsonText.of(input, arguments, budget));
            case "items" -> items(input);
            case "attr" -> throw new TemplateFault("the filter 'attr' is refused");
            default -> null;
        };
    }

    private String text(Value value) {
        return PythonText.of(value, budget);
    }

    private Value method(Value input, String name) {
        return texts.find(text(input), name)
                .map(found -> ((Value.Function) found).body().call(Arguments.NONE))
                .orElseThrow();
    }

    private static Value otherwise(Value input, Arguments arguments) {
        boolean absent = input instanceof Missing || (arguments.truth(1, "boolean") && !Truthiness.of(input));
        return absent ? arguments.get(0, "default_value", new Text("")) : input;
    }

    private static long length(Value value) {
        return switch (value) {
            case Text text -> text.value().codePointCount(0, text.value().length());
            case Sequence sequence -> sequence.items().size();
            case Table table -> table.entries().size();
            case Missing missing -> 0;
            default -> throw new TemplateFault(Kinds.of(value) + " has no length");
        };
    }

    private Value items(Value input) {
        return switch (input) {
            case Table table -> methods.items(table);
            case Missing missing -> new Sequence(List.of());
            default -> throw new TemplateFault("'items' takes a dictionary, not " + Kinds.of(input));
        };
    }

    private Value indent(String text, Arguments arguments) {
        Value width = arguments.get(0, "width", new Whole(4));
        String margin = width instanceof Text own
                ? own.value()
                : " ".repeat((int) Math.clamp(arguments.whole(0, "width", 4), 0, 1000));
        boolean first = arguments.truth(1, "first");
        boolean blank = arguments.truth(2, "blank");
        String newline = "\n";
        List<String> lines = new ArrayList<>(List.of((text + newline).split("\n", -1)));
        lines.removeLast();
        budget.make(text.length() + (long) margin.length() * lines.size());
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            boolean indented = i == 0 ? first : blank || !lines.get(i).isEmpty();
            out.append(i > 0 ? newline : "").append(indented ? margin : "").append(lines.get(i));
        }
        return new Text(out.toString());
    }
}
