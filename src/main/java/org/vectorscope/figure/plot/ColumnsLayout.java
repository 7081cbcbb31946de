package org.vectorscope.figure.plot;

import java.util.ArrayList;
import java.util.List;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Look;

/** Where the words of side-by-side texts go for a given width. */
final class ColumnsLayout {
    /** @param x from the column's left; @param line from 0; @param text what is drawn of the token */
    record Placed(Chart.Token token, String text, double x, double width, int line) {}

    private static final double HEAD = 2.4; // sizes of text
    private final Look look;
    private final double width;
    private final List<List<List<Placed>>> words = new ArrayList<>(); // [column][passage][word]
    private final List<Double> tops = new ArrayList<>();
    private final double measuresTop;
    private final List<List<String>> subtitles;
    private final int measureLines;
    private final double height;

    private ColumnsLayout(Chart.Columns columns, Look look, double width) {
        this.look = look;
        int n = Math.max(1, columns.columns().size());
        this.width = (width - (n - 1) * gap()) / n;
        for (Chart.Column column : columns.columns()) {
            words.add(column.passages().stream().map(p -> flow(p.tokens())).toList());
        }
        int passages = words.stream().mapToInt(List::size).max().orElse(0);
        this.subtitles = columns.columns().stream()
                .map(c -> TextBlock.wrap(c.subtitle(), look.plain(), this.width))
                .toList();
        int heads = subtitles.stream().mapToInt(List::size).max().orElse(0);
        double top = look.text() * (HEAD + 1.4 * heads + 0.5);
        for (int p = 0; p < passages; p++) {
            tops.add(top);
            top += lines(p) * lineHeight() + look.text() * 2.2;
        }
        this.measuresTop = top;
        int measures = columns.columns().stream()
                .mapToInt(c -> c.measures().size())
                .max()
                .orElse(0);
        boolean fits = columns.columns().stream()
                .flatMap(c -> c.measures().stream())
                .allMatch(m -> TextBlock.width(m.name(), look.plain())
                                + TextBlock.width(m.value(), look.strong())
                                + look.text()
                        < this.width);
        this.measureLines = fits ? 1 : 2;
        this.height = look.text() * (2.2 + 0.8 + measures * 1.5 * measureLines) + top;
    }

    static ColumnsLayout of(Chart.Columns columns, Look look, double width) {
        return new ColumnsLayout(columns, look, width);
    }

    double width() {
        return width;
    }

    double gap() {
        return look.text() * 1.3;
    }

    double lineHeight() {
        return look.text() * 1.65;
    }

    double height() {
        return height;
    }

    /** Lines that a measure takes: its value stands below its name where they do not fit side by side. */
    int measureLines() {
        return measureLines;
    }

    List<String> subtitle(int column) {
        return subtitles.get(column);
    }

    double passageTop(int passage) {
        return tops.get(passage);
    }

    double measuresTop() {
        return measuresTop;
    }

    List<Placed> words(int column, int passage) {
        return words.get(column).get(passage);
    }

    private int lines(int passage) {
        return words.stream()
                .filter(c -> c.size() > passage && !c.get(passage).isEmpty())
                .mapToInt(c -> c.get(passage).getLast().line() + 1)
                .max()
                .orElse(1);
    }

    private List<Placed> flow(List<Chart.Token> tokens) {
        List<Placed> placed = new ArrayList<>();
        double x = 0;
        int line = 0;
        for (Chart.Token token : tokens) {
            String[] parts = token.text().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    line++;
                    x = 0;
                }
                String text = x == 0 ? parts[i].stripLeading() : parts[i];
                double wide = TextBlock.width(text, look.plain());
                if (x > 0 && x + wide > width) {
                    line++;
                    x = 0;
                    text = text.stripLeading();
                    wide = TextBlock.width(text, look.plain());
                }
                if (!text.isEmpty()) {
                    placed.add(new Placed(token, text, x, wide, line));
                    x += wide;
                }
            }
        }
        return placed;
    }
}
