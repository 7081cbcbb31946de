package org.vectorscope.figure.export;

import java.util.OptionalDouble;

/**
 * How large a figure stands on its page, in inches.
 *
 * @param height of the whole picture; empty for what the chart asks for
 */
public record Size(double width, OptionalDouble height) {
    public static final Size SINGLE_COLUMN = wide(3.25);
    public static final Size DOUBLE_COLUMN = wide(6.75);
    public static final Size SLIDE = new Size(13.33, OptionalDouble.of(7.5));
    public static final double LEAST = 1.5;
    public static final double MOST = 40;

    public Size {
        if (!(width >= LEAST && width <= MOST)) {
            throw new IllegalArgumentException("a figure is between 1.5 and 40 inches wide, not " + width);
        }
    }

    public static Size wide(double inches) {
        return new Size(inches, OptionalDouble.empty());
    }
}
