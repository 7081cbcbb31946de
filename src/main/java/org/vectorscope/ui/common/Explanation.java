package org.vectorscope.ui.common;

import java.util.List;

/**
 * "What am I looking at?" of one chart.
 *
 * @param title the chart's name
 * @param paragraphs one or two, three sentences in all
 * @param formula lines; may be empty
 * @param source the paper; may be empty
 */
public record Explanation(String title, List<String> paragraphs, List<String> formula, String source) {
    public static Explanation of(String title, String... paragraphs) {
        return new Explanation(title, List.of(paragraphs), List.of(), "");
    }

    public Explanation formula(String... lines) {
        return new Explanation(title, paragraphs, List.of(lines), source);
    }

    public Explanation source(String paper) {
        return new Explanation(title, paragraphs, formula, paper);
    }
}
