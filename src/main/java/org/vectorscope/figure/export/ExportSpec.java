package org.vectorscope.figure.export;

import java.util.EnumSet;
import java.util.Set;
import org.vectorscope.figure.Look;
import org.vectorscope.figure.Palette;

/**
 * How a figure is written.
 *
 * @param dpi pixels an inch, for PNG alone
 * @param text size of the text in points at true size
 */
public record ExportSpec(Size size, Set<Format> formats, int dpi, Theme theme, double text, Set<Extra> extras) {
    public enum Theme {
        PAPER,
        LIGHT,
        DARK
    }

    /** What goes along. */
    public enum Extra {
        /** The caption as text under the chart, inside the picture. */
        CAPTION_UNDER,
        /** The caption as a text file beside the picture. */
        CAPTION_BESIDE,
        /** The recipe in the metadata of the pictures, and as a text file beside the numbers. */
        RECIPE
    }

    public static final int LEAST_DPI = 72;
    public static final int MOST_DPI = 1200;

    public ExportSpec {
        if (dpi < LEAST_DPI || dpi > MOST_DPI) {
            throw new IllegalArgumentException("a picture has between 72 and 1200 dots an inch, not " + dpi);
        }
        if (!(text >= 5 && text <= 48)) {
            throw new IllegalArgumentException("text has between 5 and 48 points, not " + text);
        }
    }

    /** One column of a paper, all formats, caption under it and recipe inside. */
    public static ExportSpec paper() {
        Set<Extra> extras = EnumSet.of(Extra.CAPTION_UNDER, Extra.RECIPE);
        return new ExportSpec(Size.SINGLE_COLUMN, EnumSet.allOf(Format.class), 300, Theme.PAPER, 8, extras);
    }

    public ExportSpec at(Size other, double points) {
        return new ExportSpec(other, formats, dpi, theme, points, extras);
    }

    /** Sizes in points. */
    public Look look() {
        return Look.print(palette(), text);
    }

    private Palette palette() {
        return switch (theme) {
            case PAPER -> Palette.paper();
            case LIGHT -> Palette.light();
            case DARK -> Palette.dark();
        };
    }
}
