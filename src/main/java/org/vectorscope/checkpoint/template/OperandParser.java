package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vectorscope.checkpoint.template.Expression.Given;
import org.vectorscope.checkpoint.template.Token.Kind;
import org.vectorscope.checkpoint.template.Value.Real;
import org.vectorscope.checkpoint.template.Value.Text;
import org.vectorscope.checkpoint.template.Value.Whole;

/** Literals, names, and what may follow them: attributes, subscripts, calls, filters, tests. */
final class OperandParser {
    private static final Set<String> NO_TEST_ARGUMENT = Set.of("else", "or", "and");

    private final TokenStream tokens;
    private final ExpressionParser expressions;

    OperandParser(TokenStream tokens, ExpressionParser expressions) {
        this.tokens = tokens;
        this.expressions = expressions;
    }

    Expression withFilters() {
        Expression operand = unary();
        while (true) {
            if (tokens.skipOperator("|")) {
                operand =
                        new Expression.Filter(operand, tokens.expect(Kind.NAME).text(), optionalArguments());
            } else if (tokens.skipName("is")) {
                operand = test(operand);
            } else if (tokens.atOperator("(")) {
                operand = new Expression.Call(operand, arguments());
            } else {
                return operand;
            }
        }
    }

    private Expression unary() {
        if (!tokens.atOperator("-") && !tokens.atOperator("+")) {
            return postfix(primary());
        }
        boolean negative = tokens.next().text().equals("-");
        tokens.enter();
        Expression operand = unary();
        tokens.leave();
        return postfix(negative ? new Expression.Negate(operand) : operand);
    }

    private Expression primary() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case NAME -> name(tokens.next().text());
            case STRING -> string();
            case WHOLE -> new Expression.Constant(new Whole(whole(tokens.next())));
            case REAL ->
                new Expression.Constant(
                        new Real(Double.parseDouble(tokens.next().text().replace("_", ""))));
            case OPERATOR -> bracket(token);
            default -> throw tokens.unexpected();
        };
    }

    private static Expression name(String name) {
        return switch (name) {
            case "true", "True" -> new Expression.Constant(Value.TRUE);
            case "false", "False" -> new Expression.Constant(Value.FALSE);
            case "none", "None" -> new Expression.Constant(Value.NONE);
            default -> new Expression.Name(name);
        };
    }

    /** Strings side by side are one. */
    private Expression string() {
        StringBuilder text = new StringBuilder();
        while (tokens.at(Kind.STRING)) {
            text.append(tokens.next().text());
        }
        return new Expression.Constant(new Text(text.toString()));
    }

    private static long whole(Token token) {
        try {
            return Long.parseLong(token.text().replace("_", ""));
        } catch (NumberFormatException e) {
            throw new TemplateFault(token.line(), "the number " + token.text() + " is too large");
        }
    }

    private Expression bracket(Token token) {
        tokens.next();
        return switch (token.text()) {
            case "(" -> parenthesis();
            case "[" -> new Expression.ListOf(items("]"));
            case "{" -> table();
            default -> throw new TemplateFault(token.line(), "unexpected " + token.told());
        };
    }

    private Expression parenthesis() {
        if (tokens.skipOperator(")")) {
            return new Expression.ListOf(List.of());
        }
        Expression inside = expressions.tuple();
        tokens.expectOperator(")");
        return inside;
    }

    private List<Expression> items(String end) {
        List<Expression> items = new ArrayList<>();
        while (!tokens.skipOperator(end)) {
            items.add(expressions.expression());
            if (!tokens.atOperator(end)) {
                tokens.expectOperator(",");
            }
        }
        return List.copyOf(items);
    }

    private Expression table() {
        List<Expression.Entry> entries = new ArrayList<>();
        while (!tokens.skipOperator("}")) {
            Expression key = expressions.expression();
            tokens.expectOperator(":");
            entries.add(new Expression.Entry(key, expressions.expression()));
            if (!tokens.atOperator("}")) {
                tokens.expectOperator(",");
            }
        }
        return new Expression.TableOf(List.copyOf(entries));
    }

    private Expression postfix(Expression operand) {
        while (true) {
            if (tokens.skipOperator(".")) {
                operand = attribute(operand);
            } else if (tokens.skipOperator("[")) {
                operand = subscript(operand);
            } else if (tokens.atOperator("(")) {
                operand = new Expression.Call(operand, arguments());
            } else {
                return operand;
            }
        }
    }

    private Expression attribute(Expression operand) {
        if (tokens.at(Kind.WHOLE)) {
            return new Expression.Subscript(operand, new Expression.Constant(new Whole(whole(tokens.next()))));
        }
        return new Expression.Attribute(operand, tokens.expect(Kind.NAME).text());
    }

    private Expression subscript(Expression operand) {
        Optional<Expression> from = bound();
        if (!tokens.skipOperator(":")) {
            tokens.expectOperator("]");
            return new Expression.Subscript(operand, from.orElseThrow(tokens::unexpected));
        }
        Optional<Expression> to = bound();
        Optional<Expression> step = tokens.skipOperator(":") ? bound() : Optional.empty();
        tokens.expectOperator("]");
        return new Expression.Slice(operand, from, to, step);
    }

    private Optional<Expression> bound() {
        boolean absent = tokens.atOperator(":") || tokens.atOperator("]");
        return absent ? Optional.empty() : Optional.of(expressions.expression());
    }

    private Expression test(Expression operand) {
        boolean negated = tokens.skipName("not");
        String name = tokens.expect(Kind.NAME).text();
        Expression test = new Expression.Test(operand, name, testArguments());
        return negated ? new Expression.Not(test) : test;
    }

    private Given testArguments() {
        Token token = tokens.peek();
        boolean argument =
                switch (token.kind()) {
                    case STRING, WHOLE, REAL -> true;
                    case NAME -> !NO_TEST_ARGUMENT.contains(token.text());
                    case OPERATOR -> token.text().equals("[") || token.text().equals("{");
                    default -> false;
                };
        if (token.is(Kind.NAME, "is")) {
            throw new TemplateFault(token.line(), "tests with 'is' cannot be chained");
        }
        return argument ? new Given(List.of(postfix(primary())), Map.of()) : optionalArguments();
    }

    Given optionalArguments() {
        return tokens.atOperator("(") ? arguments() : Given.NOTHING;
    }

    private Given arguments() {
        tokens.expectOperator("(");
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!tokens.skipOperator(")")) {
            if (tokens.at(Kind.NAME) && tokens.peekSecond().is(Kind.OPERATOR, "=")) {
                String name = tokens.next().text();
                tokens.next();
                named.put(name, expressions.expression());
            } else {
                positional.add(expressions.expression());
            }
            if (!tokens.atOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        return new Given(List.copyOf(positional), named);
    }
}
