package org.vectorscope.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The numbers behind a chart, one observation a row.
 *
 * @param rows each as long as the header; empty text where a column does not apply
 */
public record Numbers(List<String> header, List<List<String>> rows) {
    public static Numbers of(Chart chart) {
        return switch (chart) {
            case Chart.Panel panel -> panels(List.of(panel));
            case Chart.Stack stack -> panels(stack.panels());
            case Chart.Forest forest -> forest(forest);
            case Chart.Matrix matrix -> matrix(matrix);
            case Chart.Heat heat -> heat(heat);
            case Chart.Columns columns -> columns(columns);
        };
    }

    private static Numbers panels(List<Chart.Panel> panels) {
        List<List<String>> rows = new ArrayList<>();
        for (Chart.Panel panel : panels) {
            for (Layer layer : panel.layers()) {
                rows(rows, panel.y().title(), layer);
            }
        }
        return new Numbers(List.of("panel", "series", "x", "x_to", "y", "y_low", "y_high"), rows);
    }

    private static void rows(List<List<String>> rows, String panel, Layer layer) {
        switch (layer) {
            case Layer.Line l -> {
                String name = words(l.label());
                for (int i = 0; i < l.x().length; i++) {
                    rows.add(List.of(panel, name, text(l.x()[i]), "", text(l.y()[i]), "", ""));
                }
            }
            case Layer.Band b -> {
                for (int i = 0; i < b.x().length; i++) {
                    rows.add(List.of(panel, b.name(), text(b.x()[i]), "", "", text(b.low()[i]), text(b.high()[i])));
                }
            }
            case Layer.Bars b -> {
                for (int i = 0; i < b.heights().length; i++) {
                    rows.add(List.of(
                            panel, b.name(), text(b.edges()[i]), text(b.edges()[i + 1]), text(b.heights()[i]), "", ""));
                }
            }
            case Layer.Rule r
            when r.way() == Layer.Way.UPRIGHT ->
                rows.add(List.of(panel, words(r.label()), text(r.at()), "", "", "", ""));
            case Layer.Rule r -> rows.add(List.of(panel, words(r.label()), "", "", text(r.at()), "", ""));
            case Layer.NoFinding n
            when n.way() == Layer.Way.UPRIGHT ->
                rows.add(List.of(panel, words(n.name()), text(n.from()), text(n.to()), "", "", ""));
            case Layer.NoFinding n ->
                rows.add(List.of(panel, words(n.name()), "", "", "", text(n.from()), text(n.to())));
            case Layer.Highlight h -> {}
            case Layer.Ring r -> {}
            case Layer.Margin m -> {}
        }
    }

    private static Numbers forest(Chart.Forest forest) {
        List<List<String>> rows = forest.rows().stream()
                .map(r -> List.of(
                        r.arm(),
                        Integer.toString(r.n()),
                        text(r.effect()),
                        text(r.low()),
                        text(r.high()),
                        text(forest.floor())))
                .toList();
        return new Numbers(List.of("arm", "n", "d", "low", "high", "noise_floor"), rows);
    }

    private static Numbers matrix(Chart.Matrix matrix) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < matrix.rows().size(); i++) {
            for (int j = 0; j < matrix.columns().size(); j++) {
                rows.add(List.of(matrix.rows().get(i), matrix.columns().get(j), text(matrix.values()[i][j])));
            }
        }
        return new Numbers(List.of("row", "column", "value"), rows);
    }

    private static Numbers heat(Chart.Heat heat) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < heat.rows().size(); i++) {
            for (int j = 0; j < heat.columns().size(); j++) {
                Chart.Cell cell = heat.cells().get(i).get(j);
                rows.add(List.of(
                        heat.columns().get(j),
                        heat.rows().get(i).replace('−', '-'),
                        text(cell.value()),
                        text(cell.low()),
                        text(cell.high()),
                        Integer.toString(cell.n())));
            }
        }
        return new Numbers(List.of(heat.x(), heat.y(), heat.unit(), "low", "high", "n"), rows);
    }

    private static Numbers columns(Chart.Columns columns) {
        List<List<String>> rows = new ArrayList<>();
        for (Chart.Column column : columns.columns()) {
            for (Chart.Passage passage : column.passages()) {
                for (Chart.Token token : passage.tokens()) {
                    rows.add(List.of(
                            column.title(),
                            passage.name(),
                            token.text(),
                            text(token.value()),
                            token.differs() ? "differs" : ""));
                }
            }
            column.measures().forEach(m -> rows.add(List.of(column.title(), m.name(), "", m.value(), "")));
        }
        return new Numbers(List.of("column", "passage", "token", "value", "differs"), rows);
    }

    private static String words(Layer.Words words) {
        return (words.strong().isEmpty() ? words.detail() : words.strong()).replace('\n', ' ');
    }

    private static String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** As RFC 4180 has it: fields quoted where they must be, lines end with CR LF. */
    public String csv() {
        StringBuilder out = new StringBuilder();
        line(out, header);
        rows.forEach(r -> line(out, r));
        return out.toString();
    }

    private static void line(StringBuilder out, List<String> fields) {
        out.append(String.join(",", fields.stream().map(Numbers::quoted).toList()))
                .append("\r\n");
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                && field.equals(field.strip());
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    /** For pasting into a spreadsheet. */
    public String tabbed() {
        StringBuilder out = new StringBuilder(String.join("\t", header)).append('\n');
        rows.forEach(r -> out.append(String.join("\t", r).replace('\n', ' ')).append('\n'));
        return out.toString();
    }
}
