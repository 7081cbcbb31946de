package org.vectorscope.figure;

import java.awt.Color;

/**
 * The colours of one theme. All text colours stand at least 4.5:1 against the background.
 *
 * @param selection pale area behind what is selected
 * @param diverging colours at −1, 0 and +1, see {@link #diverging(double)}
 */
public record Palette(
        Color background,
        Color text,
        Color muted,
        Color grid,
        Color axis,
        Color noFinding,
        Color bar,
        Color selectedBar,
        Color selection,
        Arms arms,
        Diverging diverging) {

    public record Arms(Color none, Color v, Color minusV, Color perp, Color random) {}

    public record Diverging(Color away, Color zero, Color toward) {}

    public static Palette light() {
        return new Palette(
                hex(0xffffff),
                hex(0x24292f),
                hex(0x57606a),
                hex(0xe4e9ee),
                hex(0x57606a),
                hex(0xeceff2),
                hex(0x9ec5ea),
                hex(0x0060b8),
                hex(0xddf4ff),
                new Arms(hex(0x57606a), hex(0x0060b8), hex(0xb84a00), hex(0x7028c8), hex(0x5c2410)),
                new Diverging(hex(0xf08c3a), hex(0xffffff), hex(0x4a9be8)));
    }

    public static Palette dark() {
        return new Palette(
                hex(0x0d1117),
                hex(0xc9d1d9),
                hex(0x8b949e),
                hex(0x21262d),
                hex(0x8b949e),
                hex(0x1c2128),
                hex(0x1f4f86),
                hex(0x58a6ff),
                hex(0x121d2f),
                new Arms(hex(0x8b949e), hex(0x58a6ff), hex(0xf0883e), hex(0xe0b8ff), hex(0xf2e08a)),
                new Diverging(hex(0xc8691f), hex(0x0d1117), hex(0x2f7fd6)));
    }

    /** For print: the light colours with black text and a grid that a printer can hold. */
    public static Palette paper() {
        Palette light = light();
        return new Palette(
                light.background,
                Color.BLACK,
                hex(0x3c434a),
                hex(0xdde2e7),
                hex(0x24292f),
                light.noFinding,
                light.bar,
                light.selectedBar,
                light.selection,
                light.arms,
                light.diverging);
    }

    public Color of(Ink ink) {
        return switch (ink) {
            case NONE -> arms.none;
            case V -> arms.v;
            case MINUS_V, THRESHOLD -> arms.minusV;
            case PERP -> arms.perp;
            case RANDOM -> arms.random;
            case REFERENCE -> muted;
            case TEXT -> text;
        };
    }

    /** The colour of a value in [−1, 1]; values outside count as the nearest end. */
    public Color diverging(double value) {
        double share = Math.min(1, Math.abs(value));
        return mix(diverging.zero, value < 0 ? diverging.away : diverging.toward, share);
    }

    /** Black or white, whichever reads better on {@code ground}. */
    public static Color inkOn(Color ground) {
        double luminance = luminance(ground);
        return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 ? Color.WHITE : Color.BLACK;
    }

    /** WCAG 2 contrast ratio, 1 to 21. */
    public static double contrast(Color a, Color b) {
        double la = luminance(a);
        double lb = luminance(b);
        return (Math.max(la, lb) + 0.05) / (Math.min(la, lb) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    static Color mix(Color from, Color to, double share) {
        return new Color(
                (int) Math.round(from.getRed() + share * (to.getRed() - from.getRed())),
                (int) Math.round(from.getGreen() + share * (to.getGreen() - from.getGreen())),
                (int) Math.round(from.getBlue() + share * (to.getBlue() - from.getBlue())));
    }

    private static Color hex(int rgb) {
        return new Color(rgb);
    }
}
