package org.vectorscope.ui.sidebyside;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vectorscope.study.LetterShift;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.control.ArmMark;
import org.vectorscope.ui.control.ScoreBar;
import org.vectorscope.ui.sidebyside.Column.Figures;

/** Bottom of a column: what its texts amount to, with range and n. */
final class ColumnFoot extends VBox {
    private static final String FLUENCY =
            "Different pairs of neighbouring words over all pairs, and the share of four-word runs that came before;"
                    + " a text of which more than 20 % is repeated has fallen apart";

    private final ScoreBar bar;
    private final Label scoreName = new Label("Trait score");
    private final Label score = Css.with(new Label(), Css.STRONG);
    private final Label rangeName = Css.with(new Label(), Css.HINT);
    private final Label range = Css.with(new Label(), Css.HINT);
    private final Label kl = new Label();
    private final Label nll = new Label();
    private final Label fluency = new Label();
    private final Label speed = new Label();
    private final int rows;

    ColumnFoot(Column column) {
        rows = column.texts().size();
        bar = new ScoreBar(ArmMark.styleOf(column.arm().kind()));
        getStyleClass().add("column-foot");
        getChildren()
                .addAll(
                        line(scoreName, score),
                        bar,
                        line(rangeName, range),
                        line(
                                hint(
                                        "KL to none, nats",
                                        "Mean over a text's tokens of KL(arm ‖ none), given the same tokens before"),
                                kl),
                        line(hint("nll, nats/token", "What the text costs the unsteered model"), nll),
                        line(hint("Distinct-2 · repeats", FLUENCY), fluency),
                        line(hint("Tokens · per s", "Mean length of a text · tokens a second of this column"), speed));
        column.figures().subscribe(this::show);
    }

    private static Label hint(String words, String tip) {
        Label label = new Label(words);
        label.setTooltip(new Tooltip(tip));
        return label;
    }

    private static HBox line(Label name, Label value) {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        value.setMinWidth(Region.USE_PREF_SIZE);
        return Css.with(new HBox(name, spring, value), "figure-line");
    }

    private void show(Figures figures) {
        bar.show(figures.score());
        bar.setVisible(figures.letters().isEmpty());
        bar.setManaged(bar.isVisible());
        figures.letters().ifPresentOrElse(this::showLetters, () -> showScore(figures));
        showFluency(figures);
        kl.setText(Formats.two(figures.klToNone()));
        nll.setText(Formats.two(figures.nll()));
        speed.setText(
                Double.isFinite(figures.length())
                        ? Math.round(figures.length()) + " · " + Formats.one(figures.tokensPerSecond())
                        : "–");
    }

    private void showScore(Figures figures) {
        boolean scored = Double.isFinite(figures.score());
        scoreName.setText("Trait score");
        score.setText(Formats.signed(figures.score()));
        rangeName.setText(scored || figures.why().isEmpty() ? "range of " + rows : "no score");
        rangeName.setTooltip(figures.why().map(Tooltip::new).orElse(null));
        range.setText(scored ? Formats.two(figures.low()) + " … " + Formats.two(figures.high()) : "");
    }

    /** An A/B set is told by its letters: propensity, and below it how far the arm moved it. */
    private void showLetters(LetterShift letters) {
        scoreName.setText("Logit difference");
        score.setText(Formats.signed(letters.propensity()));
        rangeName.setText("n = " + letters.n() + (letters.heldOut() ? ", held out" : ", own"));
        rangeName.setTooltip(new Tooltip("Mean of logit(matching letter) − logit(other letter); below it the mean"
                + " difference to no steering with its 95 % interval over redrawn items"
                + (letters.heldOut() ? "" : ". The vector was made of these very items")));
        range.setText(
                letters.shift() == null
                        ? ""
                        : Formats.signed(letters.shift())
                                + (letters.low() == null || letters.high() == null
                                        ? ""
                                        : " [" + Formats.two(letters.low()) + ", " + Formats.two(letters.high())
                                                + "]"));
    }

    private void showFluency(Figures figures) {
        String words = Double.isFinite(figures.repeated())
                ? Formats.two(figures.distinct2()) + " · " + Formats.percent(figures.repeated())
                : "–";
        fluency.setText(figures.broken() > 0 ? words + " · " + figures.broken() + " of " + rows + " loop" : words);
        fluency.getStyleClass().remove(Css.WARNING);
        if (figures.broken() > 0) {
            fluency.getStyleClass().add(Css.WARNING);
        }
    }
}
