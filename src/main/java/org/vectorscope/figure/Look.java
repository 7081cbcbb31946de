package org.vectorscope.figure;

import java.awt.Font;

/**
 * A palette with its sizes, in the unit of the drawing: pixels on the screen, points on paper.
 *
 * @param text size of all text
 * @param line width of a data line
 * @param reference width of a dashed reference line
 * @param hair width of axes, grid and outlines
 */
public record Look(Palette palette, float text, float line, float reference, float hair) {
    /** @param scale 1 for normal text, more when the text is enlarged */
    public static Look screen(Palette palette, double scale) {
        float s = (float) scale;
        return new Look(palette, 11 * s, 2 * s, 1.5f * s, s);
    }

    /** @param points size of the text, in points, and with it of all lines (8 pt text: lines of 1.25 pt, axes 0.6 pt) */
    public static Look print(Palette palette, double points) {
        float s = (float) (points / 8);
        return new Look(palette, (float) points, 1.25f * s, s, 0.6f * s);
    }

    /** All sizes multiplied. */
    public Look times(double factor) {
        float f = (float) factor;
        return new Look(palette, text * f, line * f, reference * f, hair * f);
    }

    public Font plain() {
        return Fonts.SANS.awt(text);
    }

    public Font strong() {
        return Fonts.SANS_BOLD.awt(text).deriveFont(Font.BOLD);
    }

    /** The thinnest line of a figure in this look. */
    public float thinnest() {
        return hair;
    }
}
