package org.vectorscope.ui.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A style sheet for the one kind of size that cannot be given in em: an icon's own size is what its em is. */
final class IconSizes {
    private static final int[] SIZES = {12, 14, 16};

    private IconSizes() {}

    /** @param scale 1 at normal text size @return an address that style sheets are loaded from */
    static String at(double scale) {
        StringBuilder css = new StringBuilder();
        for (int size : SIZES) {
            css.append(".icon-")
                    .append(size)
                    .append(" { -fx-icon-size: ")
                    .append(Math.round(size * scale))
                    .append("px; }\n");
        }
        String encoded = Base64.getEncoder().encodeToString(css.toString().getBytes(StandardCharsets.UTF_8));
        return "data:text/css;base64," + encoded;
    }
}
