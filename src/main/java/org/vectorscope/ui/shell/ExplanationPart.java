package org.vectorscope.ui.shell;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Explanation;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.control.Buttons;

/** Three sentences, the formula, the paper. */
final class ExplanationPart extends VBox {
    private final Label title = Css.with(new Label(), Css.SMALL, Css.STRONG, Css.ACCENT);
    private final VBox paragraphs = Css.with(new VBox(), Css.GAP_8);
    private final Label formula = Css.with(wrapped(""), Css.CODE, "formula");
    private final Label source = Css.with(wrapped(""), Css.SMALL, Css.MUTED);
    private final HBox sourceLine =
            Css.with(new HBox(Css.with(Icons.small(Feather.BOOK_OPEN), Css.MUTED), source), "side-source");

    ExplanationPart(Runnable fold) {
        getStyleClass().add("side-part");
        Label heading = Css.with(new Label("What am I looking at?"), Css.CARD_TITLE);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox top = Css.with(
                new HBox(heading, spring, Buttons.icon(Feather.CHEVRONS_RIGHT, "Fold away", fold)), Css.CARD_HEADER);
        formula.setMaxWidth(Double.MAX_VALUE);
        title.setWrapText(true);
        getChildren().addAll(top, title, paragraphs, formula, sourceLine);
    }

    void show(Explanation explanation) {
        title.setText(explanation.title());
        paragraphs
                .getChildren()
                .setAll(explanation.paragraphs().stream()
                        .map(words -> Css.with(wrapped(words), "side-text"))
                        .toList());
        say(formula, String.join("\n", explanation.formula()));
        source.setText(explanation.source());
        show(sourceLine, !explanation.source().isEmpty());
    }

    private static void say(Label label, String words) {
        label.setText(words);
        show(label, !words.isEmpty());
    }

    private static void show(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
