package org.vectorscope.checkpoint.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.checkpoint.template.Expression.Relation;
import org.vectorscope.checkpoint.template.Value.Missing;
import org.vectorscope.checkpoint.template.Value.Real;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Truth;
import org.vectorscope.checkpoint.template.Value.Whole;

/** {@code value is name(arguments)}. */
final class Tests {
    private final Budget budget;
    private final Comparisons comparisons;
    private final TextMethods texts;

    Tests(Budget budget) {
        this.budget = budget;
        this.comparisons = new Comparisons(budget);
        this.texts = new TextMethods(budget);
    }

    boolean holds(String name, Value input, Arguments arguments) {
        budget.step();
        Optional<Relation> relation = relation(name);
        if (relation.isPresent()) {
            return comparisons.holds(relation.get(), input, arguments.get(0, "other"));
        }
        return ofKind(name, input).orElseGet(() -> ofContent(name, input, arguments));
    }

    private static Optional<Relation> relation(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "eq", "equalto", "==" -> Relation.EQUAL;
                    case "ne", "!=" -> Relation.NOT_EQUAL;
                    case "lt", "lessthan", "<" -> Relation.LESS;
                    case "le", "<=" -> Relation.LESS_OR_EQUAL;
                    case "gt", "greaterthan", ">" -> Relation.GREATER;
                    case "ge", ">=" -> Relation.GREATER_OR_EQUAL;
                    case "in" -> Relation.IN;
                    default -> null;
                });
    }

    private static Optional<Boolean> ofKind(String name, Value input) {
        return Optional.ofNullable(
                switch (name) {
                    case "defined" -> !(input instanceof Missing);
                    case "undefined" -> input instanceof Missing;
                    case "none" -> input instanceof Value.None;
                    case "string" -> input instanceof Text;
                    case "mapping" -> input instanceof Table;
                    case "iterable", "sequence" -> Iteration.isIterable(input) || input instanceof Missing;
                    case "boolean" -> input instanceof Truth;
                    case "number" -> Comparisons.isNumber(input);
                    case "integer" -> input instanceof Whole;
                    case "float" -> input instanceof Real;
                    case "callable" -> input instanceof Value.Function;
                    case "true" -> input instanceof Truth truth && truth.value();
                    case "false" -> input instanceof Truth truth && !truth.value();
                    default -> null;
                });
    }

    private boolean ofContent(String name, Value input, Arguments arguments) {
        return switch (name) {
            case "odd" -> Math.floorMod(whole(input), 2) == 1;
            case "even" -> Math.floorMod(whole(input), 2) == 0;
            case "divisibleby" -> divides(arguments.whole(0, "num", 0), whole(input));
            case "sameas" -> input == arguments.get(0, "other") || same(input, arguments.get(0, "other"));
            case "lower" -> asked(input, "islower");
            case "upper" -> asked(input, "isupper");
            default -> throw new TemplateFault("the test '" + name + "' is not known");
        };
    }

    private static boolean same(Value input, Value other) {
        boolean single = input instanceof Truth || input instanceof Value.None || input instanceof Whole;
        return single && input.equals(other);
    }

    private boolean asked(Value input, String method) {
        return texts.find(PythonText.of(input, budget), method)
                .map(found -> Truthiness.of(((Value.Function) found).body().call(Arguments.NONE)))
                .orElse(false);
    }

    private static boolean divides(long divisor, long number) {
        if (divisor == 0) {
            throw new TemplateFault("division by zero");
        }
        return number % divisor == 0;
    }

    private static long whole(Value value) {
        return new Arguments(List.of(value), Map.of()).whole(0, "value", 0);
    }
}
