package org.vectorscope.ui.common;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Feather icons in the three sizes of the window, which follow the text size. */
public final class Icons {
    private Icons() {}

    /** 16 px: navigation, headers. */
    public static FontIcon large(Feather icon) {
        return sized(icon, "icon-16");
    }

    /** 14 px: in buttons. */
    public static FontIcon of(Feather icon) {
        return sized(icon, "icon-14");
    }

    /** 12 px: a state beside a word. */
    public static FontIcon small(Feather icon) {
        return sized(icon, "icon-12");
    }

    private static FontIcon sized(Feather icon, String size) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().add(size);
        return node;
    }
}
