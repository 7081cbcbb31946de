package org.vectorscope.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Locale;
import org.vectorscope.figure.Palette;

/** Light or dark: AtlantaFX's stylesheet, the lab's own colour tokens, and the figures' palette. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), Palette.light()),
    DARK(new PrimerDark().getUserAgentStylesheet(), Palette.dark());

    private final String stylesheet;
    private final Palette palette;

    Theme(String stylesheet, Palette palette) {
        this.stylesheet = stylesheet;
        this.palette = palette;
    }

    public String userAgentStylesheet() {
        return stylesheet;
    }

    public Palette palette() {
        return palette;
    }

    /** {@code light}: in file names and settings, and as the style class of the root that carries the lab's tokens. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Theme other() {
        return this == LIGHT ? DARK : LIGHT;
    }
}
