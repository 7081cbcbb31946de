package org.vectorscope.checkpoint.template;

import java.util.List;
import org.vectorscope.checkpoint.template.Token.Kind;

/** The tokens of a template, read one after the other. */
final class TokenStream {
    /** Deeper than any honest template, far below what would exhaust the stack. */
    private static final int DEEPEST = 60;

    private final List<Token> tokens;
    private int position;
    private int depth;

    TokenStream(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(position);
    }

    Token peekSecond() {
        return tokens.get(Math.min(position + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = tokens.get(position);
        position = Math.min(position + 1, tokens.size() - 1);
        return token;
    }

    boolean at(Kind kind) {
        return peek().kind() == kind;
    }

    boolean atName(String name) {
        return peek().is(Kind.NAME, name);
    }

    boolean atOperator(String operator) {
        return peek().is(Kind.OPERATOR, operator);
    }

    boolean skipName(String name) {
        return skip(atName(name));
    }

    boolean skipOperator(String operator) {
        return skip(atOperator(operator));
    }

    Token expect(Kind kind) {
        if (!at(kind)) {
            throw unexpected();
        }
        return next();
    }

    void expectName(String name) {
        if (!skipName(name)) {
            throw new TemplateFault(peek().line(), "expected '" + name + "', found " + peek().told());
        }
    }

    void expectOperator(String operator) {
        if (!skipOperator(operator)) {
            throw new TemplateFault(peek().line(), "expected '" + operator + "', found " + peek().told());
        }
    }

    TemplateFault unexpected() {
        return new TemplateFault(peek().line(), "unexpected " + peek().told());
    }

    void enter() {
        if (++depth > DEEPEST) {
            throw new TemplateFault(peek().line(), "nested more than " + DEEPEST + " levels deep");
        }
    }

    void leave() {
        depth--;
    }

    private boolean skip(boolean there) {
        if (there) {
            next();
        }
        return there;
    }
}
