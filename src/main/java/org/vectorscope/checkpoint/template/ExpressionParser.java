package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vectorscope.checkpoint.template.Expression.Comparison;
import org.vectorscope.checkpoint.template.Expression.Operator;
import org.vectorscope.checkpoint.template.Expression.Relation;
import org.vectorscope.checkpoint.template.Token.Kind;

/** Jinja2's expressions, with its precedence: if, or, and, not, comparison, + −, ~, * /, **, unary, filters. */
final class ExpressionParser {
    private static final Map<String, Relation> RELATIONS = Map.of(
            "==", Relation.EQUAL,
            "!=", Relation.NOT_EQUAL,
            "<", Relation.LESS,
            "<=", Relation.LESS_OR_EQUAL,
            ">", Relation.GREATER,
            ">=", Relation.GREATER_OR_EQUAL);
    private static final Map<String, Operator> SUMS = Map.of("+", Operator.ADD, "-", Operator.SUBTRACT);
    private static final Map<String, Operator> PRODUCTS = Map.of(
            "*", Operator.MULTIPLY,
            "/", Operator.DIVIDE,
            "//", Operator.FLOOR_DIVIDE,
            "%", Operator.MODULO);

    private final TokenStream tokens;
    private final OperandParser operands;

    ExpressionParser(TokenStream tokens) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, this);
    }

    Expression expression() {
        tokens.enter();
        Expression then = or();
        while (tokens.skipName("if")) {
            Expression test = or();
            Optional<Expression> otherwise = tokens.skipName("else") ? Optional.of(expression()) : Optional.empty();
            then = new Expression.Conditional(test, then, otherwise);
        }
        tokens.leave();
        return then;
    }

    /** One expression, or several with commas between as a tuple. */
    Expression tuple() {
        return tupleOf(expression(), true);
    }

    /** As {@link #tuple}, but an {@code if} ends it, as after {@code in} of a loop. */
    Expression tupleBeforeIf() {
        return tupleOf(or(), false);
    }

    private Expression tupleOf(Expression first, boolean conditional) {
        if (!tokens.atOperator(",")) {
            return first;
        }
        List<Expression> items = new ArrayList<>(List.of(first));
        while (tokens.skipOperator(",") && !atTupleEnd()) {
            items.add(conditional ? expression() : or());
        }
        return new Expression.ListOf(List.copyOf(items));
    }

    private boolean atTupleEnd() {
        return tokens.at(Kind.PRINT_END) || tokens.at(Kind.BLOCK_END) || tokens.atOperator(")");
    }

    private Expression or() {
        Expression left = and();
        while (tokens.skipName("or")) {
            left = new Expression.Or(left, and());
        }
        return left;
    }

    private Expression and() {
        Expression left = not();
        while (tokens.skipName("and")) {
            left = new Expression.And(left, not());
        }
        return left;
    }

    private Expression not() {
        if (!tokens.skipName("not")) {
            return comparison();
        }
        tokens.enter();
        Expression negated = new Expression.Not(not());
        tokens.leave();
        return negated;
    }

    private Expression comparison() {
        Expression first = sum();
        List<Comparison> rest = new ArrayList<>();
        for (Optional<Relation> relation = relation(); relation.isPresent(); relation = relation()) {
            rest.add(new Comparison(relation.get(), sum()));
        }
        return rest.isEmpty() ? first : new Expression.Compare(first, List.copyOf(rest));
    }

    private Optional<Relation> relation() {
        if (tokens.at(Kind.OPERATOR) && RELATIONS.containsKey(tokens.peek().text())) {
            return Optional.ofNullable(RELATIONS.get(tokens.next().text()));
        }
        if (tokens.skipName("in")) {
            return Optional.of(Relation.IN);
        }
        if (tokens.atName("not") && tokens.peekSecond().is(Kind.NAME, "in")) {
            tokens.next();
            tokens.next();
            return Optional.of(Relation.NOT_IN);
        }
        return Optional.empty();
    }

    private Expression sum() {
        Expression left = join();
        for (Optional<Operator> operator = take(SUMS); operator.isPresent(); operator = take(SUMS)) {
            left = new Expression.Arithmetic(operator.get(), left, join());
        }
        return left;
    }

    private Expression join() {
        Expression first = product();
        if (!tokens.atOperator("~")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.skipOperator("~")) {
            parts.add(product());
        }
        return new Expression.Join(List.copyOf(parts));
    }

    private Expression product() {
        Expression left = power();
        for (Optional<Operator> operator = take(PRODUCTS); operator.isPresent(); operator = take(PRODUCTS)) {
            left = new Expression.Arithmetic(operator.get(), left, power());
        }
        return left;
    }

    private Expression power() {
        Expression left = operands.withFilters();
        while (tokens.skipOperator("**")) {
            left = new Expression.Arithmetic(Operator.POWER, left, operands.withFilters());
        }
        return left;
    }

    private Optional<Operator> take(Map<String, Operator> operators) {
        if (!tokens.at(Kind.OPERATOR) || !operators.containsKey(tokens.peek().text())) {
            return Optional.empty();
        }
        return Optional.ofNullable(operators.get(tokens.next().text()));
    }
}
