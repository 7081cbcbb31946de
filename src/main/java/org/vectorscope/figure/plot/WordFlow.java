package org.vectorscope.figure.plot;

import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.vectorscope.figure.Chart;

/** Tokens on lines of a width: broken between words, within one only where it is wider than a line. */
final class WordFlow {
    /** @param x from the column's left; @param line from 0; @param text what is drawn of the token */
    record Placed(Chart.Token token, String text, double x, double width, int line) {}

    private record Piece(Chart.Token token, String text) {}

    private final Font font;
    private final double width;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Piece> word = new ArrayList<>();
    private double x;
    private int line;

    private WordFlow(Font font, double width) {
        this.font = font;
        this.width = width;
    }

    static List<Placed> of(List<Chart.Token> tokens, Font font, double width) {
        WordFlow flow = new WordFlow(font, width);
        for (Chart.Token token : tokens) {
            flow.add(token);
        }
        flow.endWord();
        return flow.placed;
    }

    private void add(Chart.Token token) {
        String[] parts = token.text().split("\n", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                endWord();
                newLine();
            }
            boolean begins = !parts[i].isEmpty() && Character.isWhitespace(parts[i].charAt(0));
            if (begins) {
                endWord();
            }
            if (!parts[i].isEmpty()) {
                word.add(new Piece(token, parts[i]));
            }
        }
    }

    private void endWord() {
        double wide =
                word.stream().mapToDouble(p -> TextBlock.width(p.text(), font)).sum();
        if (x > 0 && x + wide > width) {
            newLine();
        }
        for (Piece piece : word) {
            place(piece);
        }
        word.clear();
    }

    private void place(Piece piece) {
        if (x > 0 && x + TextBlock.width(piece.text(), font) > width) {
            newLine();
        }
        String text = x == 0 ? piece.text().stripLeading() : piece.text();
        if (!text.isEmpty()) {
            double wide = TextBlock.width(text, font);
            placed.add(new Placed(piece.token(), text, x, wide, line));
            x += wide;
        }
    }

    private void newLine() {
        line++;
        x = 0;
    }
}
