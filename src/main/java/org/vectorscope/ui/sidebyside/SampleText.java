package org.vectorscope.ui.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.DoubleStream;

/** One text of a column as it grows. Lives on the JavaFX thread. */
final class SampleText {
    /** @param cosine with v; NaN where there is none */
    record Token(String piece, double cosine) {}

    private final List<Token> tokens = new ArrayList<>();
    private Consumer<Token> reader = token -> {};

    void append(Token token) {
        tokens.add(token);
        reader.accept(token);
    }

    /** Hands over every token so far and every later one. */
    void read(Consumer<Token> next) {
        reader = next;
        tokens.forEach(next);
    }

    int length() {
        return tokens.size();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.piece()));
        return text.toString();
    }

    DoubleStream cosines() {
        return tokens.stream().mapToDouble(Token::cosine);
    }
}
