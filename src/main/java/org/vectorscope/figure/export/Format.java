package org.vectorscope.figure.export;

import java.util.Locale;

/** What a figure can be written as. */
public enum Format {
    PDF,
    SVG,
    PNG,
    /** The numbers behind it. */
    CSV;

    public String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }
}
