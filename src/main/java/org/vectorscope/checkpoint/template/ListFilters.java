package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.template.Value.Missing;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Whole;

/** Filters that go through items. */
final class ListFilters {
    private final Budget budget;
    private final Members members;
    private final Tests tests;
    private final Filters filters;
    private final Comparisons comparisons;

    ListFilters(Budget budget, Members members, Tests tests, Filters filters) {
        this.budget = budget;
        this.members = members;
        this.tests = tests;
        this.filters = filters;
        this.comparisons = new Comparisons(budget);
    }

    @Nullable
    Value apply(String name, Value input, Arguments arguments) {
        return switch (name) {
            case "list" -> budget.sequence(items(input));
            case "first" -> end(items(input), true);
            case "last" -> end(items(input), false);
            case "join" -> join(items(input), arguments);
            case "reverse" -> reversed(input);
            case "sort" -> sorted(items(input), arguments);
            case "dictsort" -> dictionarySorted(input);
            case "unique" -> unique(items(input), arguments);
            case "map" -> mapped(items(input), arguments);
            case "select" -> kept(items(input), arguments, 0, true);
            case "reject" -> kept(items(input), arguments, 0, false);
            case "selectattr" -> kept(items(input), arguments, 1, true);
            case "rejectattr" -> kept(items(input), arguments, 1, false);
            default -> null;
        };
    }

    private List<Value> items(Value input) {
        return Iteration.items(input, budget);
    }

    private static Value end(List<Value> items, boolean first) {
        if (items.isEmpty()) {
            return new Missing("an item of an empty list");
        }
        return first ? items.getFirst() : items.getLast();
    }

    private Value join(List<Value> items, Arguments arguments) {
        String separator = arguments
                .find(0, "d")
                .map(value -> PythonText.of(value, budget))
                .orElse("");
        UnaryOperator<Value> key = key(arguments.find(1, "attribute"));
        StringBuilder out = new StringBuilder();
        String before = "";
        for (Value item : items) {
            String text = PythonText.of(key.apply(item), budget);
            budget.make((long) before.length() + text.length());
            out.append(before).append(text);
            before = separator;
        }
        return new Text(out.toString());
    }

    private Value reversed(Value input) {
        if (input instanceof Text text) {
            return budget.text(new StringBuilder(text.value()).reverse().toString());
        }
        List<Value> items = new ArrayList<>(items(input));
        Collections.reverse(items);
        return budget.sequence(items);
    }

    private Value sorted(List<Value> items, Arguments arguments) {
        boolean exact = arguments.truth(1, "case_sensitive");
        UnaryOperator<Value> attribute = key(arguments.find(2, "attribute"));
        UnaryOperator<Value> key = item -> exact ? attribute.apply(item) : folded(attribute.apply(item));
        Comparator<Value> order = (a, b) -> comparisons.order(key.apply(a), key.apply(b), "<");
        List<Value> sorted = new ArrayList<>(items);
        try {
            sorted.sort(arguments.truth(0, "reverse") ? order.reversed() : order);
        } catch (IllegalArgumentException e) {
            throw new TemplateFault("'sort' finds no order among these values");
        }
        return budget.sequence(sorted);
    }

    private Value dictionarySorted(Value input) {
        if (!(input instanceof Table table)) {
            throw new TemplateFault("'dictsort' takes a dictionary, not " + Kinds.of(input));
        }
        List<Value> pairs = new ArrayList<>();
        table.entries().forEach((key, value) -> pairs.add(new Sequence(List.of(key, value))));
        pairs.sort((a, b) -> comparisons.order(folded(firstOf(a)), folded(firstOf(b)), "<"));
        return budget.sequence(pairs);
    }

    private static Value firstOf(Value pair) {
        return ((Sequence) pair).items().getFirst();
    }

    private Value folded(Value value) {
        return value instanceof Text text ? budget.text(text.value().toLowerCase(Locale.ROOT)) : value;
    }

    private Value unique(List<Value> items, Arguments arguments) {
        boolean exact = arguments.truth(0, "case_sensitive");
        UnaryOperator<Value> attribute = key(arguments.find(1, "attribute"));
        List<Value> seen = new ArrayList<>();
        List<Value> kept = new ArrayList<>();
        for (Value item : items) {
            Value key = exact ? attribute.apply(item) : folded(attribute.apply(item));
            if (seen.stream().noneMatch(other -> comparisons.equal(other, key))) {
                seen.add(key);
                kept.add(item);
            }
        }
        return budget.sequence(kept);
    }

    private Value mapped(List<Value> items, Arguments arguments) {
        Optional<Value> attribute = Optional.ofNullable(arguments.named().get("attribute"));
        UnaryOperator<Value> change;
        if (attribute.isPresent()) {
            Optional<Value> otherwise = Optional.ofNullable(arguments.named().get("default"));
            UnaryOperator<Value> key = key(attribute);
            change = item -> key.apply(item) instanceof Missing missing ? otherwise.orElse(missing) : key.apply(item);
        } else {
            String filter = arguments.text(0, "filter");
            change = item -> filters.apply(filter, item, arguments.after(1));
        }
        List<Value> mapped = new ArrayList<>(items.size());
        items.forEach(item -> mapped.add(change.apply(item)));
        return budget.sequence(mapped);
    }

    /** select and reject: {@code skip} is 1 where the first argument names an attribute. */
    private Value kept(List<Value> items, Arguments arguments, int skip, boolean wanted) {
        UnaryOperator<Value> key = skip == 0 ? item -> item : key(Optional.of(arguments.get(0, "attr")));
        Optional<String> test = arguments.find(skip, "test").map(value -> PythonText.of(value, budget));
        Arguments given = arguments.after(skip + 1);
        Predicate<Value> holds =
                value -> test.map(name -> tests.holds(name, value, given)).orElseGet(() -> Truthiness.of(value));
        List<Value> kept = new ArrayList<>();
        for (Value item : items) {
            budget.step();
            if (holds.test(key.apply(item)) == wanted) {
                kept.add(item);
            }
        }
        return budget.sequence(kept);
    }

    /** The part of an item that an attribute such as {@code function.name} or {@code 0} leads to. */
    private UnaryOperator<Value> key(Optional<Value> attribute) {
        if (attribute.isEmpty() || attribute.get() instanceof Value.None) {
            return item -> item;
        }
        if (attribute.get() instanceof Whole index) {
            return item -> members.subscript(item, index);
        }
        String[] path = PythonText.of(attribute.get(), budget).split("\\.");
        return item -> {
            Value part = item;
            for (String name : path) {
                boolean index = name.matches("[0-9]{1,9}");
                part = members.subscript(part, index ? new Whole(Long.parseLong(name)) : new Text(name));
            }
            return part;
        };
    }
}
