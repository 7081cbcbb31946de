package org.vectorscope.ui.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.vectorscope.study.ArmKind;
import org.vectorscope.study.ArmList.Named;
import org.vectorscope.study.LetterShift;

/**
 * One column: an arm and its texts.
 *
 * @param arm what it adds
 * @param note empty, or what a pinned column was run with
 * @param texts one per row: prompts, and within them samples
 * @param figures numbers under it, as far as they are known
 */
record Column(Named arm, String note, List<SampleText> texts, ObjectProperty<Figures> figures) {
    static Column of(Named arm, int rows) {
        List<SampleText> texts = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            texts.add(new SampleText());
        }
        return new Column(arm, "", texts, new SimpleObjectProperty<>(Figures.NONE));
    }

    Column pinned(String note) {
        return new Column(arm, note, texts, figures);
    }

    boolean isPinned() {
        return !note.isEmpty();
    }

    String title() {
        return titleOf(arm);
    }

    /** As the window writes it: "v + perp 1". */
    static String titleOf(Named arm) {
        String draw = arm.draw() == 0 ? "" : " " + arm.draw();
        return switch (arm.kind()) {
            case NONE -> "none";
            case V -> "v";
            case MINUS_V -> "−v";
            case SQRT2_V -> "√2·v";
            case ORTHOGONAL -> "v + perp" + draw;
            case PERP -> "perp" + draw;
            case NULL -> "v + null" + draw;
            case RANGE -> "v + range" + draw;
            case RANDOM -> arm.draw() > 1 ? "random" + draw : "random";
        };
    }

    /** What the kind of arm is for. */
    static String purpose(ArmKind kind) {
        return switch (kind) {
            case NONE -> "no steering: the control";
            case V -> "the vector";
            case MINUS_V -> "the vector turned round";
            case SQRT2_V -> "as long as v + perp";
            case ORTHOGONAL -> "v and as much across it";
            case PERP -> "what lies across v, alone";
            case NULL -> "v and a push no text uses";
            case RANGE -> "v and a push texts do use";
            case RANDOM -> "any direction, as long as v";
        };
    }

    /**
     * Means over the texts of a column; NaN where there is none.
     *
     * @param low smallest score; @param high largest
     * @param why one sentence where there is no score
     * @param letters what the arm does to the answers of an A/B set, which has no score
     * @param distinct2 different pairs of neighbouring words over all pairs; @param repeated share of four-word runs
     *     that came before
     * @param broken texts that repeat themselves so much that they have fallen apart
     */
    record Figures(
            double norm,
            double cosine,
            double score,
            double low,
            double high,
            Optional<String> why,
            Optional<LetterShift> letters,
            double klToNone,
            double nll,
            double distinct2,
            double repeated,
            long broken,
            double length,
            double tokensPerSecond) {
        static final Figures NONE = new Figures(
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Optional.empty(),
                Optional.empty(),
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                0,
                Double.NaN,
                Double.NaN);

        /** What can be told while the texts still grow. */
        Figures growing(double nowLong, double rate) {
            return new Figures(
                    norm, cosine, score, low, high, why, letters, klToNone, nll, distinct2, repeated, broken, nowLong,
                    rate);
        }
    }
}
