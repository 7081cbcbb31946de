package org.vectorscope.ui.common;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/** Style classes of lab.css. Colours and sizes are there; code only says what a node is. */
public final class Css {
    public static final String CARD = "card-box";
    public static final String CARD_TITLE = "card-title";
    public static final String CARD_HEADER = "card-header";
    public static final String SCREEN = "screen";
    public static final String SCREEN_TITLE = "screen-title";
    public static final String SCREEN_HEADER = "screen-header";
    /** 11 px, muted: hints, tags, axis names. */
    public static final String HINT = "hint";
    /** Muted text in its own size. */
    public static final String MUTED = "muted";
    /** 12 px: tables and controls. */
    public static final String SMALL = "small";
    /** Semibold. */
    public static final String STRONG = "strong";
    /** JetBrains Mono 11. */
    public static final String MONO = "mono";
    /** A bordered box of mono text: commands, formulas. */
    public static final String CODE = "code-box";

    public static final String TAG = "tag";
    /** Spacing of 4, 8, 12 or 16 px; these scale with the text. */
    public static final String GAP_4 = "gap-4";

    public static final String GAP_8 = "gap-8";
    public static final String GAP_12 = "gap-12";
    public static final String GAP_16 = "gap-16";
    /** 12 px inside. */
    public static final String PAD_12 = "pad-12";

    public static final String PRIMARY = "primary";
    public static final String FLAT = "flat-button";
    public static final String OK = "ok-text";
    public static final String WARNING = "warning-text";
    public static final String DANGER = "danger-text";
    public static final String ACCENT = "accent-text";
    /** A table without stripes, rows of 28 px. */
    public static final String TABLE = "lab-table";
    /** A column of numbers: right-aligned. */
    public static final String NUMBER = "number";

    public static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private Css() {}

    /** Adds classes and gives the node back. */
    public static <N extends Node> N with(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }
}
