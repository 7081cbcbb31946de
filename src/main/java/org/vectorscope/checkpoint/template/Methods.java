package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.template.Value.Function;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Whole;

/** Python's methods of text, lists and dictionaries, as far as they change nothing. */
final class Methods {
    private static final Set<String> CHANGING = Set.of(
            "append",
            "clear",
            "extend",
            "insert",
            "pop",
            "popitem",
            "remove",
            "reverse",
            "setdefault",
            "sort",
            "update");

    private final Budget budget;
    private final TextMethods texts;
    private final Comparisons comparisons;

    Methods(Budget budget) {
        this.budget = budget;
        this.texts = new TextMethods(budget);
        this.comparisons = new Comparisons(budget);
    }

    Optional<Value> find(Value target, String name) {
        return switch (target) {
            case Text text -> texts.find(text.value(), name);
            case Table table -> ofTable(table, name).map(body -> new Function(name, body));
            case Sequence sequence -> ofSequence(sequence, name).map(body -> new Function(name, body));
            default -> Optional.empty();
        };
    }

    private Optional<Value.Body> ofTable(Table table, String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "get" -> arguments -> get(table, arguments);
                    case "items" -> arguments -> items(table);
                    case "keys" ->
                        arguments -> budget.sequence(List.copyOf(table.entries().keySet()));
                    case "values" ->
                        arguments -> budget.sequence(List.copyOf(table.entries().values()));
                    case "copy" -> arguments -> table;
                    default -> refusedIfChanging(name);
                });
    }

    private static Value get(Table table, Arguments arguments) {
        Value found = table.entries().get(Tables.key(arguments.get(0, "key")));
        return found == null ? arguments.get(1, "default", Value.NONE) : found;
    }

    Sequence items(Table table) {
        List<Value> pairs = new ArrayList<>();
        table.entries().forEach((key, value) -> pairs.add(new Sequence(List.of(key, value))));
        return budget.sequence(pairs);
    }

    private Optional<Value.Body> ofSequence(Sequence sequence, String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "index" -> arguments -> index(sequence, arguments.get(0, "value"));
                    case "count" -> arguments -> count(sequence, arguments.get(0, "value"));
                    case "copy" -> arguments -> sequence;
                    default -> refusedIfChanging(name);
                });
    }

    private Value index(Sequence sequence, Value wanted) {
        for (int i = 0; i < sequence.items().size(); i++) {
            if (comparisons.equal(sequence.items().get(i), wanted)) {
                return new Whole(i);
            }
        }
        throw new TemplateFault("the list does not hold what 'index' looks for");
    }

    private Value count(Sequence sequence, Value wanted) {
        return new Whole(sequence.items().stream()
                .filter(item -> comparisons.equal(item, wanted))
                .count());
    }

    private static Value.@Nullable Body refusedIfChanging(String name) {
        if (!CHANGING.contains(name)) {
            return null;
        }
        return arguments -> {
            throw new TemplateFault("'" + name + "' would change a value, which is refused");
        };
    }
}
