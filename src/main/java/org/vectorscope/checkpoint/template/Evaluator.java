package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.checkpoint.template.Expression.Comparison;
import org.vectorscope.checkpoint.template.Expression.Given;
import org.vectorscope.checkpoint.template.Value.Function;
import org.vectorscope.checkpoint.template.Value.Missing;
import org.vectorscope.checkpoint.template.Value.Table;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Whole;

/** Expressions to values. */
final class Evaluator {
    private final Budget budget;
    private final Arithmetic arithmetic;
    private final Comparisons comparisons;
    private final Members members;
    private final Tests tests;
    private final Filters filters;

    Evaluator(Budget budget) {
        this.budget = budget;
        this.arithmetic = new Arithmetic(budget);
        this.comparisons = new Comparisons(budget);
        Methods methods = new Methods(budget);
        this.members = new Members(budget, methods);
        this.tests = new Tests(budget);
        this.filters = new Filters(budget, methods, members, tests);
    }

    Value value(Expression expression, Scope scope) {
        budget.enter();
        Value value =
                switch (expression) {
                    case Expression.Constant constant -> constant.value();
                    case Expression.Name name -> scope.get(name.name());
                    case Expression.ListOf list -> budget.sequence(values(list.items(), scope));
                    case Expression.TableOf table -> table(table, scope);
                    case Expression.Attribute a -> members.attribute(value(a.target(), scope), a.name());
                    case Expression.Subscript s -> members.subscript(value(s.target(), scope), value(s.index(), scope));
                    case Expression.Slice slice -> slice(slice, scope);
                    case Expression.Call call -> call(call, scope);
                    case Expression.Filter f ->
                        filters.apply(f.name(), value(f.input(), scope), arguments(f.arguments(), scope));
                    case Expression.Test t ->
                        Value.of(tests.holds(t.name(), value(t.input(), scope), arguments(t.arguments(), scope)));
                    case Expression.Not not -> Value.of(!truth(not.operand(), scope));
                    case Expression.Negate negate -> arithmetic.negate(value(negate.operand(), scope));
                    case Expression.And and -> and(and, scope);
                    case Expression.Or or -> or(or, scope);
                    case Expression.Arithmetic a ->
                        arithmetic.apply(a.operator(), value(a.left(), scope), value(a.right(), scope));
                    case Expression.Compare compare -> Value.of(compare(compare, scope));
                    case Expression.Join join -> join(join, scope);
                    case Expression.Conditional conditional -> conditional(conditional, scope);
                };
        budget.leave();
        return value;
    }

    boolean truth(Expression expression, Scope scope) {
        return Truthiness.of(value(expression, scope));
    }

    Value filtered(List<Statement.FilterCall> calls, Value input, Scope scope) {
        Value value = input;
        for (Statement.FilterCall call : calls) {
            value = filters.apply(call.name(), value, arguments(call.arguments(), scope));
        }
        return value;
    }

    private List<Value> values(List<Expression> expressions, Scope scope) {
        List<Value> values = new ArrayList<>(expressions.size());
        expressions.forEach(item -> values.add(value(item, scope)));
        return values;
    }

    private Value table(Expression.TableOf table, Scope scope) {
        Map<Value, Value> entries = new LinkedHashMap<>();
        table.entries().forEach(e -> entries.put(Tables.key(value(e.key(), scope)), value(e.value(), scope)));
        return new Table(entries);
    }

    private Arguments arguments(Given given, Scope scope) {
        if (given.positional().isEmpty() && given.named().isEmpty()) {
            return Arguments.NONE;
        }
        Map<String, Value> named = new LinkedHashMap<>();
        List<Value> positional = values(given.positional(), scope);
        given.named().forEach((name, expression) -> named.put(name, value(expression, scope)));
        return new Arguments(positional, named);
    }

    private Value slice(Expression.Slice slice, Scope scope) {
        Value target = value(slice.target(), scope);
        return members.slice(target, bound(slice.from(), scope), bound(slice.to(), scope), bound(slice.step(), scope));
    }

    private Optional<Long> bound(Optional<Expression> expression, Scope scope) {
        if (expression.isEmpty()) {
            return Optional.empty();
        }
        return switch (value(expression.get(), scope)) {
            case Whole whole -> Optional.of(whole.value());
            case Value.None none -> Optional.empty();
            case Value other -> throw new TemplateFault("a slice has a bound that is " + Kinds.of(other));
        };
    }

    private Value call(Expression.Call call, Scope scope) {
        Value target = value(call.target(), scope);
        Arguments arguments = arguments(call.arguments(), scope);
        return switch (target) {
            case Function function -> function.body().call(arguments);
            case Missing missing ->
                throw new TemplateFault("'" + missing.name() + "' is undefined, so it cannot be called");
            default -> throw new TemplateFault(Kinds.of(target) + " cannot be called");
        };
    }

    private Value and(Expression.And and, Scope scope) {
        Value left = value(and.left(), scope);
        return Truthiness.of(left) ? value(and.right(), scope) : left;
    }

    private Value or(Expression.Or or, Scope scope) {
        Value left = value(or.left(), scope);
        return Truthiness.of(left) ? left : value(or.right(), scope);
    }

    private boolean compare(Expression.Compare compare, Scope scope) {
        Value left = value(compare.first(), scope);
        for (Comparison comparison : compare.rest()) {
            Value right = value(comparison.operand(), scope);
            if (!comparisons.holds(comparison.relation(), left, right)) {
                return false;
            }
            left = right;
        }
        return true;
    }

    private Value join(Expression.Join join, Scope scope) {
        StringBuilder text = new StringBuilder();
        for (Value part : values(join.parts(), scope)) {
            String printed = PythonText.of(part, budget);
            budget.make(printed.length());
            text.append(printed);
        }
        return new Text(text.toString());
    }

    private Value conditional(Expression.Conditional conditional, Scope scope) {
        if (truth(conditional.test(), scope)) {
            return value(conditional.then(), scope);
        }
        Optional<Expression> otherwise = conditional.otherwise();
        return otherwise.isPresent() ? value(otherwise.get(), scope) : new Missing("the missing 'else'");
    }
}
