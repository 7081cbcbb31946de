package org.vectorscope.checkpoint.template;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.vectorscope.checkpoint.template.Expression.Relation;
import org.vectorscope.checkpoint.template.Value.Real;
import org.vectorscope.checkpoint.template.Value.Sequence;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Truth;
import org.vectorscope.checkpoint.template.Value.Whole;

/** Python's equality, order and membership. */
final class Comparisons {
    private final Budget budget;

    Comparisons(Budget budget) {
        this.budget = budget;
    }

    boolean holds(Relation relation, Value left, Value right) {
        return switch (relation) {
            case EQUAL -> equal(left, right);
            case NOT_EQUAL -> !equal(left, right);
            case LESS -> order(left, right, relation.sign) < 0;
            case LESS_OR_EQUAL -> order(left, right, relation.sign) <= 0;
            case GREATER -> order(left, right, relation.sign) > 0;
            case GREATER_OR_EQUAL -> order(left, right, relation.sign) >= 0;
            case IN -> contains(right, left);
            case NOT_IN -> !contains(right, left);
        };
    }

    boolean equal(Value left, Value right) {
        budget.enter();
        boolean equal =
                switch (left) {
                    case Whole a when right instanceof Whole b -> a.value() == b.value();
                    case Text a when right instanceof Text b -> a.value().equals(b.value());
                    case Sequence a when right instanceof Sequence b -> sameItems(a.items(), b.items());
                    case Table a when right instanceof Table b -> sameEntries(a.entries(), b.entries());
                    case Value.Missing a -> right instanceof Value.Missing;
                    case Value.None a -> right instanceof Value.None;
                    default -> isNumber(left) && isNumber(right) ? number(left) == number(right) : left == right;
                };
        budget.leave();
        return equal;
    }

    private boolean sameItems(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        Iterator<Value> other = right.iterator();
        for (Value item : left) {
            if (!equal(item, other.next())) {
                return false;
            }
        }
        return true;
    }

    private boolean sameEntries(Map<Value, Value> left, Map<Value, Value> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (Map.Entry<Value, Value> entry : left.entrySet()) {
            Value other = right.get(entry.getKey());
            if (other == null || !equal(entry.getValue(), other)) {
                return false;
            }
        }
        return true;
    }

    /** Negative, zero or positive; text by code points, as Python does. */
    int order(Value left, Value right, String sign) {
        budget.enter();
        try {
            if (left instanceof Whole a && right instanceof Whole b) {
                return Long.compare(a.value(), b.value());
            }
            if (isNumber(left) && isNumber(right)) {
                return Double.compare(number(left), number(right));
            }
            if (left instanceof Text a && right instanceof Text b) {
                return byCodePoints(a.value(), b.value());
            }
            if (left instanceof Sequence a && right instanceof Sequence b) {
                return byItems(a.items(), b.items(), sign);
            }
            throw new TemplateFault("'" + sign + "' cannot compare " + Kinds.of(left) + " with " + Kinds.of(right));
        } finally {
            budget.leave();
        }
    }

    private int byItems(List<Value> left, List<Value> right, String sign) {
        Iterator<Value> a = left.iterator();
        Iterator<Value> b = right.iterator();
        while (a.hasNext() && b.hasNext()) {
            Value x = a.next();
            Value y = b.next();
            if (!equal(x, y)) {
                return order(x, y, sign);
            }
        }
        return Boolean.compare(a.hasNext(), b.hasNext());
    }

    private static int byCodePoints(String left, String right) {
        int i = 0;
        while (i < left.length() && i < right.length()) {
            int a = left.codePointAt(i);
            int b = right.codePointAt(i);
            if (a != b) {
                return Integer.compare(a, b);
            }
            i += Character.charCount(a);
        }
        return Integer.compare(left.length(), right.length());
    }

    boolean contains(Value container, Value wanted) {
        return switch (container) {
            case Text text
            when wanted instanceof Text part -> {
                budget.make(text.value().length());
                yield text.value().contains(part.value());
            }
            case Sequence sequence -> sequence.items().stream().anyMatch(item -> equal(item, wanted));
            case Table table -> table.entries().containsKey(Tables.key(wanted));
            case Value.Missing missing -> false;
            default ->
                throw new TemplateFault("'in' cannot look for " + Kinds.of(wanted) + " in " + Kinds.of(container));
        };
    }

    static boolean isNumber(Value value) {
        return value instanceof Whole || value instanceof Real || value instanceof Truth;
    }

    static double number(Value value) {
        return switch (value) {
            case Whole whole -> whole.value();
            case Real real -> real.value();
            case Truth truth -> truth.value() ? 1 : 0;
            default -> throw new TemplateFault("a number is needed, not " + Kinds.of(value));
        };
    }
}
