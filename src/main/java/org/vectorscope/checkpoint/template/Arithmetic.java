package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.List;
import org.vectorscope.checkpoint.template.Expression.Operator;
import org.vectorscope.checkpoint.template.Value.Missing;
import org.vectorscope.checkpoint.template.Value.Real;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Truth;
import org.vectorscope.checkpoint.template.Value.Whole;

/** Python's arithmetic; whole numbers are 64 bits wide here, and one that does not fit is a fault. */
final class Arithmetic {
    private final Budget budget;

    Arithmetic(Budget budget) {
        this.budget = budget;
    }

    Value apply(Operator operator, Value left, Value right) {
        defined(left);
        defined(right);
        if (left instanceof Text a && right instanceof Text b && operator == Operator.ADD) {
            budget.make((long) a.value().length() + b.value().length());
            return new Text(a.value() + b.value());
        }
        if (left instanceof Sequence a && right instanceof Sequence b && operator == Operator.ADD) {
            return joined(a.items(), b.items());
        }
        if (operator == Operator.MULTIPLY && left instanceof Text text && right instanceof Whole times) {
            return repeated(text.value(), times.value());
        }
        if (operator == Operator.MULTIPLY && left instanceof Whole times && right instanceof Text text) {
            return repeated(text.value(), times.value());
        }
        if (!Comparisons.isNumber(left) || !Comparisons.isNumber(right)) {
            throw new TemplateFault(
                    "'" + operator.sign + "' cannot combine " + Kinds.of(left) + " and " + Kinds.of(right));
        }
        return numbers(operator, left, right);
    }

    Value negate(Value operand) {
        defined(operand);
        return operand instanceof Real real ? new Real(-real.value()) : apply(Operator.SUBTRACT, new Whole(0), operand);
    }

    static void defined(Value value) {
        if (value instanceof Missing missing) {
            throw new TemplateFault("'" + missing.name() + "' is undefined");
        }
    }

    private Value joined(List<Value> left, List<Value> right) {
        budget.make((long) left.size() + right.size());
        List<Value> all = new ArrayList<>(left);
        all.addAll(right);
        return new Sequence(all);
    }

    private Value repeated(String text, long times) {
        long count = Math.max(0, times);
        if (count * (double) text.length() > Budget.LONGEST_OUTPUT) {
            throw new TemplateFault("it repeats a text " + times + " times, which is too long");
        }
        budget.make(count * text.length());
        return new Text(text.repeat((int) (text.isEmpty() ? 0 : count)));
    }

    private static Value numbers(Operator operator, Value left, Value right) {
        boolean whole = !(left instanceof Real) && !(right instanceof Real) && operator != Operator.DIVIDE;
        try {
            return whole
                    ? wholes(operator, whole(left), whole(right))
                    : new Real(reals(operator, Comparisons.number(left), Comparisons.number(right)));
        } catch (ArithmeticException e) {
            throw new TemplateFault("'" + operator.sign + "' has no whole result of 64 bits here");
        }
    }

    private static long whole(Value value) {
        return value instanceof Truth truth ? (truth.value() ? 1 : 0) : ((Whole) value).value();
    }

    private static Value wholes(Operator operator, long left, long right) {
        return switch (operator) {
            case ADD -> new Whole(Math.addExact(left, right));
            case SUBTRACT -> new Whole(Math.subtractExact(left, right));
            case MULTIPLY -> new Whole(Math.multiplyExact(left, right));
            case FLOOR_DIVIDE -> new Whole(Math.floorDivExact(left, right));
            case MODULO -> new Whole(Math.floorMod(left, right));
            case POWER -> right < 0 ? new Real(Math.pow(left, right)) : new Whole(power(left, right));
            case DIVIDE -> throw new IllegalArgumentException("division of whole numbers is real");
        };
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = Math.multiplyExact(result, square);
            }
            if (left > 1) {
                square = Math.multiplyExact(square, square);
            }
        }
        return result;
    }

    private static double reals(Operator operator, double left, double right) {
        if (right == 0
                && (operator == Operator.DIVIDE || operator == Operator.FLOOR_DIVIDE || operator == Operator.MODULO)) {
            throw new TemplateFault("division by zero");
        }
        return switch (operator) {
            case ADD -> left + right;
            case SUBTRACT -> left - right;
            case MULTIPLY -> left * right;
            case DIVIDE -> left / right;
            case FLOOR_DIVIDE -> Math.floor(left / right);
            case MODULO -> left - right * Math.floor(left / right);
            case POWER -> Math.pow(left, right);
        };
    }
}
