package org.vectorscope.figure.plot;

import java.util.ArrayList;
import java.util.List;
import org.vectorscope.figure.Chart;
import org.vectorscope.figure.Look;

/** Where the words of texts that stand side by side go. */
final class ColumnsLayout {
    // in sizes of text
    private static final double HEAD = 2.4;
    private static final double NARROWEST = 11;
    private static final double GAP = 1.3;

    private final Chart.Columns columns;
    private final Look look;
    private final double width;
    private final List<List<List<WordFlow.Placed>>> words = new ArrayList<>(); // [column][passage][word]
    private final List<Double> tops = new ArrayList<>();
    private final double measuresTop;
    private final List<List<String>> subtitles;
    private final int measureLines;
    private final double height;

    /** @param width of one column */
    private ColumnsLayout(Chart.Columns columns, Look look, double width) {
        this.columns = columns;
        this.look = look;
        this.width = width;
        for (Chart.Column column : columns.columns()) {
            words.add(column.passages().stream()
                    .map(p -> WordFlow.of(p.tokens(), look.plain(), this.width))
                    .toList());
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
        this.height = look.text() * (1.2 + measures * 1.5 * measureLines) + top;
    }

    /** One below the other where there is no room for all columns side by side. */
    static List<ColumnsLayout> of(Chart.Columns columns, Look look, double width) {
        int n = columns.columns().size();
        int most = Math.clamp((int) (width / (NARROWEST * look.text())), 1, Math.max(1, n));
        int rows = (n + most - 1) / most;
        int each = (n + rows - 1) / Math.max(1, rows);
        double one = (width - (each - 1) * GAP * look.text()) / Math.max(1, each);
        List<ColumnsLayout> layouts = new ArrayList<>();
        for (int start = 0; start < n; start += each) {
            List<Chart.Column> some = columns.columns().subList(start, Math.min(n, start + each));
            layouts.add(new ColumnsLayout(new Chart.Columns(some, columns.tint(), columns.tintName()), look, one));
        }
        return layouts;
    }

    List<Chart.Column> columns() {
        return columns.columns();
    }

    double width() {
        return width;
    }

    double gap() {
        return look.text() * GAP;
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

    List<WordFlow.Placed> words(int column, int passage) {
        return words.get(column).get(passage);
    }

    private int lines(int passage) {
        return words.stream()
                .filter(c -> c.size() > passage && !c.get(passage).isEmpty())
                .mapToInt(c -> c.get(passage).getLast().line() + 1)
                .max()
                .orElse(1);
    }
}
