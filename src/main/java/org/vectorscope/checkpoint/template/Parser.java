package org.vectorscope.checkpoint.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vectorscope.checkpoint.template.Statement.FilterCall;
import org.vectorscope.checkpoint.template.Statement.Target;
import org.vectorscope.checkpoint.template.Token.Kind;

/** From tokens to statements. */
final class Parser {
    private final TokenStream tokens;
    private final ExpressionParser expressions;
    private final OperandParser operands;
    private int loops;

    private Parser(TokenStream tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens);
        this.operands = new OperandParser(tokens, expressions);
    }

    static List<Statement> parse(String template) {
        Parser parser = new Parser(new TokenStream(Lexer.tokens(template)));
        List<Statement> statements = parser.until(Set.of());
        if (!parser.tokens.at(Kind.END)) {
            throw parser.tokens.unexpected();
        }
        return statements;
    }

    /** Statements up to a block with one of these names; the stream then stands at the name. */
    private List<Statement> until(Set<String> ends) {
        tokens.enter();
        List<Statement> statements = new ArrayList<>();
        while (!tokens.at(Kind.END)) {
            Token token = tokens.next();
            switch (token.kind()) {
                case LITERAL -> statements.add(new Statement.Literal(token.line(), token.text()));
                case PRINT_BEGIN -> statements.add(print(token.line()));
                default -> {
                    if (tokens.at(Kind.NAME) && ends.contains(tokens.peek().text())) {
                        tokens.leave();
                        return List.copyOf(statements);
                    }
                    statements.add(block());
                }
            }
        }
        if (!ends.isEmpty()) {
            throw new TemplateFault(tokens.peek().line(), "the template ends where one of " + sorted(ends) + " is due");
        }
        tokens.leave();
        return List.copyOf(statements);
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private Statement print(int line) {
        Expression value = expressions.tuple();
        tokens.expect(Kind.PRINT_END);
        return new Statement.Print(line, value);
    }

    private Statement block() {
        Token tag = tokens.expect(Kind.NAME);
        int line = tag.line();
        return switch (tag.text()) {
            case "if" -> branches(line);
            case "for" -> loop(line);
            case "set" -> assignment(line);
            case "macro" -> macro(line);
            case "filter" -> filtered(line);
            case "with" -> with(line);
            case "generation" -> new Statement.Generation(line, body("endgeneration"));
            case "break" -> jump(new Statement.Break(line));
            case "continue" -> jump(new Statement.Continue(line));
            default -> throw new TemplateFault(line, "the tag '" + tag.text() + "' is not known");
        };
    }

    private Statement jump(Statement jump) {
        if (loops == 0) {
            throw new TemplateFault(jump.line(), "'break' or 'continue' stands outside of a loop");
        }
        tokens.expect(Kind.BLOCK_END);
        return jump;
    }

    /** The rest of an opening tag, the statements, and the closing tag. */
    private List<Statement> body(String end) {
        tokens.expect(Kind.BLOCK_END);
        List<Statement> body = until(Set.of(end));
        tokens.next();
        tokens.expect(Kind.BLOCK_END);
        return body;
    }

    private Statement branches(int line) {
        List<Statement.Branch> branches = new ArrayList<>();
        List<Statement> otherwise = List.of();
        String met = "elif";
        while (met.equals("elif")) {
            int branchLine = tokens.peek().line();
            Expression test = expressions.tuple();
            tokens.expect(Kind.BLOCK_END);
            branches.add(new Statement.Branch(branchLine, test, until(Set.of("elif", "else", "endif"))));
            met = tokens.next().text();
        }
        if (met.equals("else")) {
            otherwise = body("endif");
        } else {
            tokens.expect(Kind.BLOCK_END);
        }
        return new Statement.If(line, List.copyOf(branches), otherwise);
    }

    private Statement loop(int line) {
        Target target = target();
        tokens.expectName("in");
        Expression items = expressions.tupleBeforeIf();
        Optional<Expression> filter = tokens.skipName("if") ? Optional.of(expressions.expression()) : Optional.empty();
        tokens.expect(Kind.BLOCK_END);
        loops++;
        List<Statement> body = until(Set.of("else", "endfor"));
        loops--;
        boolean hasElse = tokens.next().text().equals("else");
        List<Statement> otherwise = List.of();
        if (hasElse) {
            otherwise = body("endfor");
        } else {
            tokens.expect(Kind.BLOCK_END);
        }
        return new Statement.For(line, target, items, filter, body, otherwise);
    }

    private Statement assignment(int line) {
        Target target = target();
        if (tokens.skipOperator("=")) {
            Expression value = expressions.tuple();
            tokens.expect(Kind.BLOCK_END);
            return new Statement.Assign(line, target, value);
        }
        return new Statement.Capture(line, target, filters(), body("endset"));
    }

    private List<FilterCall> filters() {
        List<FilterCall> filters = new ArrayList<>();
        while (tokens.skipOperator("|")) {
            filters.add(new FilterCall(tokens.expect(Kind.NAME).text(), operands.optionalArguments()));
        }
        return List.copyOf(filters);
    }

    private Statement filtered(int line) {
        List<FilterCall> calls = new ArrayList<>();
        calls.add(new FilterCall(tokens.expect(Kind.NAME).text(), operands.optionalArguments()));
        calls.addAll(filters());
        return new Statement.Filtered(line, List.copyOf(calls), body("endfilter"));
    }

    private Statement with(int line) {
        List<Statement.Assign> assignments = new ArrayList<>();
        while (!tokens.at(Kind.BLOCK_END)) {
            Target target = target();
            tokens.expectOperator("=");
            assignments.add(new Statement.Assign(line, target, expressions.expression()));
            if (!tokens.at(Kind.BLOCK_END)) {
                tokens.expectOperator(",");
            }
        }
        return new Statement.With(line, List.copyOf(assignments), body("endwith"));
    }

    private Statement macro(int line) {
        String name = tokens.expect(Kind.NAME).text();
        tokens.expectOperator("(");
        List<Statement.Parameter> parameters = new ArrayList<>();
        while (!tokens.skipOperator(")")) {
            String parameter = tokens.expect(Kind.NAME).text();
            boolean given = tokens.skipOperator("=");
            parameters.add(new Statement.Parameter(
                    parameter, given ? Optional.of(expressions.expression()) : Optional.empty()));
            if (!tokens.atOperator(")")) {
                tokens.expectOperator(",");
            }
        }
        int outside = loops;
        loops = 0;
        List<Statement> body = body("endmacro");
        loops = outside;
        return new Statement.Macro(line, name, List.copyOf(parameters), body);
    }

    private Target target() {
        Target first = oneTarget();
        if (!tokens.atOperator(",")) {
            return first;
        }
        List<Target> targets = new ArrayList<>(List.of(first));
        while (tokens.skipOperator(",")) {
            targets.add(oneTarget());
        }
        return new Statement.TupleTarget(List.copyOf(targets));
    }

    private Target oneTarget() {
        if (tokens.skipOperator("(")) {
            tokens.enter();
            Target inside = target();
            tokens.leave();
            tokens.expectOperator(")");
            return inside;
        }
        String name = tokens.expect(Kind.NAME).text();
        return tokens.skipOperator(".")
                ? new Statement.AttributeTarget(name, tokens.expect(Kind.NAME).text())
                : new Statement.NameTarget(name);
    }
}
