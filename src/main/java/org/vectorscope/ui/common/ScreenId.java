package org.vectorscope.ui.common;

import org.kordamp.ikonli.feather.Feather;

/** The screens, in the order of the main path. */
public enum ScreenId {
    MODEL("Model", Feather.CPU),
    CONTRAST("Contrast", Feather.COLUMNS),
    VECTOR("Vector", Feather.TRENDING_UP),
    GEOMETRY("Geometry", Feather.BAR_CHART_2),
    SIDE_BY_SIDE("Side by side", Feather.GRID),
    RUNS("Runs", Feather.ARCHIVE);

    private final String title;
    private final Feather icon;

    ScreenId(String title, Feather icon) {
        this.title = title;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    public Feather icon() {
        return icon;
    }

    /** In file names: {@code side-by-side}. */
    public String word() {
        return title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }
}
