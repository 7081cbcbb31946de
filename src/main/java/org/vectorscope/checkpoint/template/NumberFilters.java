package org.vectorscope.checkpoint.template;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vectorscope.checkpoint.template.Expression.Operator;
import org.vectorscope.checkpoint.template.Value.Missing;
import org.vectorscope.checkpoint.template.Value.Real;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Whole;

/** Filters that give numbers. */
final class NumberFilters {
    private final Comparisons comparisons;
    private final Arithmetic arithmetic;
    private final Budget budget;

    NumberFilters(Comparisons comparisons, Arithmetic arithmetic, Budget budget) {
        this.comparisons = comparisons;
        this.arithmetic = arithmetic;
        this.budget = budget;
    }

    @Nullable
    Value apply(String name, Value input, Arguments arguments) {
        return switch (name) {
            case "int" -> whole(input, arguments);
            case "float" -> real(input, arguments);
            case "abs" -> comparisons.order(input, new Whole(0), "<") < 0 ? arithmetic.negate(input) : input;
            case "round" -> rounded(input, arguments);
            case "sum" -> sum(Iteration.items(input, budget), arguments.get(1, "start", new Whole(0)));
            case "max" -> extreme(Iteration.items(input, budget), 1);
            case "min" -> extreme(Iteration.items(input, budget), -1);
            default -> null;
        };
    }

    private static Value whole(Value input, Arguments arguments) {
        Value otherwise = arguments.get(0, "default", new Whole(0));
        return switch (input) {
            case Whole whole -> whole;
            case Value.Truth truth -> new Whole(truth.value() ? 1 : 0);
            case Real real -> Math.abs(real.value()) < 0x1p63 ? new Whole((long) real.value()) : otherwise;
            case Text text -> parsedWhole(PythonText.strip(text.value()), otherwise);
            case Missing missing -> throw new TemplateFault("'" + missing.name() + "' is undefined");
            default -> otherwise;
        };
    }

    private static Value parsedWhole(String text, Value otherwise) {
        if (text.matches("[+-]?[0-9]{1,18}")) {
            return new Whole(Long.parseLong(text));
        }
        return parsedReal(text, otherwise) instanceof Real real && Math.abs(real.value()) < 0x1p63
                ? new Whole((long) real.value())
                : otherwise;
    }

    private static Value real(Value input, Arguments arguments) {
        Value otherwise = arguments.get(0, "default", new Real(0));
        return switch (input) {
            case Text text -> parsedReal(PythonText.strip(text.value()), otherwise);
            case Missing missing -> throw new TemplateFault("'" + missing.name() + "' is undefined");
            default -> Comparisons.isNumber(input) ? new Real(Comparisons.number(input)) : otherwise;
        };
    }

    private static Value parsedReal(String text, Value otherwise) {
        boolean number = text.length() <= 64 && text.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");
        return number ? new Real(Double.parseDouble(text)) : otherwise;
    }

    private static Value rounded(Value input, Arguments arguments) {
        double value = Comparisons.number(input);
        int digits = (int) Math.clamp(arguments.whole(0, "precision", 0), -300, 300);
        RoundingMode mode =
                switch (arguments.optionalText(1, "method").orElse("common")) {
                    case "common" -> RoundingMode.HALF_EVEN;
                    case "ceil" -> RoundingMode.CEILING;
                    case "floor" -> RoundingMode.FLOOR;
                    default -> throw new TemplateFault("'round' takes common, ceil or floor");
                };
        return Double.isFinite(value)
                ? new Real(new BigDecimal(value).setScale(digits, mode).doubleValue())
                : input;
    }

    private Value sum(List<Value> items, Value start) {
        Value sum = start;
        for (Value item : items) {
            budget.step();
            sum = arithmetic.apply(Operator.ADD, sum, item);
        }
        return sum;
    }

    private Value extreme(List<Value> items, int sign) {
        Value found = new Missing("the extreme of an empty list");
        for (Value item : items) {
            boolean first = found instanceof Missing;
            found = first || sign * comparisons.order(item, found, "<") > 0 ? item : found;
        }
        return found;
    }
}
