package org.vectorscope.ui.runs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vectorscope.study.ArmKind;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.control.ArmMark;
import org.vectorscope.ui.control.Card;
import org.vectorscope.ui.control.Tag;

/** Two runs setting by setting and number by number. */
final class DiffCard {
    private static final double NAME = 34;
    private static final double VALUE = 33;

    private DiffCard() {}

    static Card of(RunsViewModel.Compared runs, Button... actions) {
        RecipeDiff recipes =
                RecipeDiff.of(runs.a().run().recipe(), runs.b().run().recipe());
        Node left = scroll(recipe(recipes));
        Node right = scroll(result(ResultDiff.of(runs.a(), runs.b())));
        left.getStyleClass().add("diff-left");
        HBox halves = new HBox(left, right);
        VBox.setVgrow(halves, Priority.ALWAYS);
        Card card = Css.with(new Card("Difference of two runs", halves), "flush", "diff-card");
        card.note()
                .setText(recipes.differing() + " of " + recipes.rows().size()
                        + (recipes.differing() == 1 ? " settings differs" : " settings differ"));
        Tag a = new Tag("A " + runs.a().run().label(), Css.ACCENT);
        Tag b = new Tag("B " + runs.b().run().label(), Css.ACCENT);
        return card.beside(Css.with(new HBox(a, b), "diff-tags")).actions(actions);
    }

    private static ScrollPane scroll(Region content) {
        ScrollPane scroll = Css.with(new ScrollPane(content), "diff-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        scroll.setPrefWidth(1);
        return scroll;
    }

    private static GridPane recipe(RecipeDiff diff) {
        GridPane grid = Css.with(new GridPane(), "diff-grid");
        grid.getColumnConstraints().setAll(percent(NAME), percent(VALUE), percent(VALUE));
        row(grid, 0, "diff-head", List.of(left("Recipe"), left("A"), left("B")));
        for (RecipeDiff.Row setting : diff.rows()) {
            Label name = Css.with(left((setting.differs() ? "≠ " : "= ") + setting.name()), Css.MUTED);
            Label b = left(setting.b());
            if (setting.differs()) {
                b.getStyleClass().add(Css.STRONG);
            }
            String style = setting.differs() ? "diff-differs" : "diff-row";
            row(grid, grid.getRowCount(), style, List.of(name, left(setting.a()), b));
        }
        return grid;
    }

    private static VBox result(ResultDiff diff) {
        GridPane grid = Css.with(new GridPane(), "diff-grid");
        List<Node> head = new ArrayList<>(List.of(left(diff.about())));
        diff.columns().forEach(column -> head.addAll(List.of(right(column + " A"), right("B"))));
        row(grid, 0, "diff-head", head);
        for (ResultDiff.Row line : diff.rows()) {
            List<Node> cells = new ArrayList<>(List.of(name(line.name())));
            for (int i = 0; i < diff.columns().size(); i++) {
                boolean signed = diff.columns().get(i).equals("Trait score");
                cells.add(right(number(line.a()[i], signed)));
                cells.add(Css.with(right(number(line.b()[i], signed)), Css.STRONG));
            }
            row(grid, grid.getRowCount(), "diff-row", cells);
        }
        ColumnConstraints first = new ColumnConstraints();
        first.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().add(first);
        Label note = Css.with(new Label(diff.note()), Css.HINT, Css.PAD_12);
        note.setWrapText(true);
        return new VBox(grid, note);
    }

    /** An arm carries its mark. */
    private static Label name(String words) {
        Label label = left(words);
        label.setMinWidth(Region.USE_PREF_SIZE);
        String word = words.replaceFirst("\\.\\d+$", "");
        Arrays.stream(ArmKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .ifPresent(kind -> label.setGraphic(new ArmMark(kind)));
        return label;
    }

    private static String number(double value, boolean signed) {
        if (signed) {
            return Formats.signed(value);
        }
        return value == Math.rint(value) ? Formats.plain(value) : Formats.two(value);
    }

    private static void row(GridPane grid, int row, String style, List<Node> cells) {
        Region back = Css.with(new Region(), style);
        grid.add(back, 0, row, GridPane.REMAINING, 1);
        for (int column = 0; column < cells.size(); column++) {
            grid.add(cells.get(column), column, row);
        }
    }

    private static Label left(String words) {
        Label label = Css.with(new Label(words), "diff-cell", Css.SMALL);
        label.setMinWidth(0);
        return label;
    }

    private static Label right(String words) {
        Label label = Css.with(new Label(words), "diff-cell", "narrow", Css.SMALL);
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.RIGHT);
        return label;
    }

    private static ColumnConstraints percent(double width) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(width);
        return column;
    }
}
