package org.vectorscope.ui.control;

import javafx.scene.layout.Region;
import org.vectorscope.study.ArmKind;

/** The shape of an arm in its colour: filled for the main kinds, hollow for a variation. */
public final class ArmMark extends Region {
    public ArmMark(ArmKind kind) {
        getStyleClass().addAll("arm-mark", styleOf(kind));
        if (isVariation(kind)) {
            getStyleClass().add("hollow");
        }
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /** Style class of the arm's hue: {@code arm-none}, {@code arm-v}, {@code arm-minus-v}, {@code arm-perp}, {@code arm-random}. */
    public static String styleOf(ArmKind kind) {
        return switch (kind) {
            case NONE -> "arm-none";
            case V, SQRT2_V -> "arm-v";
            case MINUS_V -> "arm-minus-v";
            case ORTHOGONAL, PERP, NULL, RANGE -> "arm-perp";
            case RANDOM -> "arm-random";
        };
    }

    /** Hue is the family, a hollow mark a variation. */
    private static boolean isVariation(ArmKind kind) {
        return kind == ArmKind.SQRT2_V || kind == ArmKind.PERP || kind == ArmKind.NULL || kind == ArmKind.RANGE;
    }
}
