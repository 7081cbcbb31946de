package org.vectorscope.figure.plot;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;

/** Measured lines of text, so that layout is the same on every output. */
public record TextBlock(List<Run> lines, double lineHeight) {
    /** Metrics without hinting: the same numbers for screen, SVG and PDF. */
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    public record Run(String text, Font font, Color colour) {
        double width() {
            return TextBlock.width(text, font);
        }
    }

    public static TextBlock of(List<Run> lines) {
        double size = lines.isEmpty() ? 0 : lines.getFirst().font.getSize2D();
        return new TextBlock(lines.stream().filter(l -> !l.text.isEmpty()).toList(), size * 1.3);
    }

    public static double width(String text, Font font) {
        return font.getStringBounds(text, EXACT).getWidth();
    }

    double width() {
        return lines.stream().mapToDouble(Run::width).max().orElse(0);
    }

    double height() {
        return lines.size() * lineHeight;
    }

    /** @param align 0 flush left, 0.5 centred, 1 flush right, within the widest line */
    void draw(Graphics2D g, double x, double y, double align) {
        double base = y;
        for (Run line : lines) {
            double size = line.font.getSize2D();
            g.setFont(line.font);
            g.setPaint(line.colour);
            double indent = align * (width() - line.width());
            g.drawString(line.text, (float) (x + indent), (float) (base + 0.5 * lineHeight + 0.36 * size));
            base += lineHeight;
        }
    }

    /** One line with its left end at x and its middle at y. */
    public static void left(Graphics2D g, String text, Font font, Color colour, double x, double y) {
        g.setFont(font);
        g.setPaint(colour);
        g.drawString(text, (float) x, (float) (y + 0.36 * font.getSize2D()));
    }

    public static void right(Graphics2D g, String text, Font font, Color colour, double x, double y) {
        left(g, text, font, colour, x - width(text, font), y);
    }

    public static void centre(Graphics2D g, String text, Font font, Color colour, double x, double y) {
        left(g, text, font, colour, x - width(text, font) / 2, y);
    }

    /** The text, or where it is too wide its part before the first parenthesis. */
    public static String shortened(String text, Font font, double width) {
        int end = text.indexOf(" (");
        return end < 0 || width(text, font) <= width ? text : text.substring(0, end);
    }

    /** Breaks at spaces, though not around signs of arithmetic, so that no line is wider than {@code width}, where words allow it. */
    public static List<String> wrap(String text, Font font, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.replaceAll(" ([=−×≥≤·]) ", "\u00a0$1\u00a0").split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, font) > width) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
