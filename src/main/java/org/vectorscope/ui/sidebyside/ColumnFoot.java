package org.vectorscope.ui.sidebyside;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.control.ArmMark;
import org.vectorscope.ui.control.ScoreBar;
import org.vectorscope.ui.sidebyside.Column.Figures;

/** Bottom of a column: what its texts amount to, with range and n. */
final class ColumnFoot extends VBox {
    private final ScoreBar bar;
    private final Label score = Css.with(new Label(), Css.STRONG);
    private final Label rangeName = Css.with(new Label(), Css.HINT);
    private final Label range = Css.with(new Label(), Css.HINT);
    private final Label kl = new Label();
    private final Label nll = new Label();
    private final Label speed = new Label();
    private final int rows;

    ColumnFoot(Column column) {
        rows = column.texts().size();
        bar = new ScoreBar(ArmMark.styleOf(column.arm().kind()));
        getStyleClass().add("column-foot");
        getChildren()
                .addAll(
                        line(new Label("Trait score"), score),
                        bar,
                        line(rangeName, range),
                        line(
                                hint(
                                        "KL to none, nats",
                                        "Mean over a text's tokens of KL(arm ‖ none), given the same tokens before"),
                                kl),
                        line(hint("nll, nats/token", "What the text costs the unsteered model"), nll),
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
        score.setText(Formats.signed(figures.score()));
        bar.show(figures.score());
        boolean scored = Double.isFinite(figures.score());
        rangeName.setText(scored || figures.why().isEmpty() ? "range of " + rows : "no score");
        rangeName.setTooltip(figures.why().map(Tooltip::new).orElse(null));
        range.setText(scored ? Formats.two(figures.low()) + " … " + Formats.two(figures.high()) : "");
        kl.setText(Formats.two(figures.klToNone()));
        nll.setText(Formats.two(figures.nll()));
        speed.setText(
                Double.isFinite(figures.length())
                        ? Math.round(figures.length()) + " · " + Formats.one(figures.tokensPerSecond())
                        : "–");
    }
}
