package org.vectorscope.ui.sidebyside;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Shell;
import org.vectorscope.ui.control.TokenText;

/**
 * The columns. Heads and feet stay where they are; between them all samples scroll together, row by row, so that a
 * sample stands beside the same sample of every arm.
 */
final class ColumnGrid extends VBox {
    private final SideBySideViewModel model;
    private final Shell shell;
    private final GridPane heads = grid("heads");
    private final GridPane bodies = grid("bodies");
    private final GridPane feet = grid("feet");
    private List<List<TokenText>> texts = List.of();
    private Tint tint = new Tint(0, 1);

    ColumnGrid(SideBySideViewModel model, Shell shell) {
        this.model = model;
        this.shell = shell;
        ScrollPane scroll = new ScrollPane(bodies);
        scroll.getStyleClass().add("column-scroll");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getStyleClass().add("columns");
        getChildren().addAll(heads, scroll, feet);
        model.columns().subscribe(this::build);
        model.reference().subscribe(r -> settle());
        model.onSettled(this::settle);
        model.running().subscribe(running -> texts.forEach(column -> column.forEach(t -> t.growing(running))));
    }

    private static GridPane grid(String style) {
        return Css.with(new GridPane(), style, "column-grid");
    }

    private void build(List<Column> columns) {
        for (GridPane grid : List.of(heads, bodies, feet)) {
            grid.getChildren().clear();
            grid.getRowConstraints().clear();
            grid.getColumnConstraints()
                    .setAll(columns.stream().map(c -> share(columns.size())).toList());
        }
        List<List<TokenText>> next = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            heads.add(new ColumnHead(column, i, model, shell), i, 0);
            feet.add(new ColumnFoot(column), i, 0);
            next.add(texts(column, i));
        }
        texts = next;
        settle();
    }

    /** A grid asks how high a cell is at the width the cell would like to have: so it is the one it gets. */
    private double shareOf(double all) {
        int columns = Math.max(1, bodies.getColumnConstraints().size());
        return Math.max(1, Math.floor((all - (columns - 1) * bodies.getHgap()) / columns));
    }

    private static ColumnConstraints share(int columns) {
        ColumnConstraints share = new ColumnConstraints();
        share.setPercentWidth(100.0 / columns);
        share.setFillWidth(true);
        return share;
    }

    /** The last row takes what height is left over, so that columns reach their feet. */
    private static RowConstraints row(boolean last) {
        RowConstraints row = new RowConstraints();
        row.setVgrow(last ? Priority.ALWAYS : Priority.NEVER);
        row.setFillHeight(true);
        return row;
    }

    private List<TokenText> texts(Column column, int index) {
        List<TokenText> made = new ArrayList<>();
        for (int row = 0; row < column.texts().size(); row++) {
            TokenText text = new TokenText();
            text.growing(model.running().get() && !column.isPinned());
            column.texts().get(row).read(token -> text.append(token.piece(), token.cosine()));
            made.add(text);
            Label name = Css.with(new Label(rowName(row)), Css.HINT, row == 0 ? "first-sample" : "next-sample");
            name.setMaxWidth(Double.MAX_VALUE);
            VBox cell = Css.with(new VBox(name, text), "sample");
            bodies.add(cell, index, row);
            cell.setMaxHeight(Double.MAX_VALUE);
            cell.setMinHeight(Region.USE_PREF_SIZE);
            cell.prefWidthProperty().bind(bodies.widthProperty().map(all -> shareOf(all.doubleValue())));
        }
        while (bodies.getRowConstraints().size() < column.texts().size()) {
            bodies.getRowConstraints()
                    .add(row(bodies.getRowConstraints().size() == column.texts().size() - 1));
        }
        return made;
    }

    /** "sample 2", and the prompt it answers where there are several. */
    private String rowName(int row) {
        Settings ran = model.ranWith().get().orElseThrow();
        String sample = "sample " + (row % ran.samples() + 1);
        return ran.prompts().size() == 1
                ? sample
                : ran.prompts().get(Math.min(row / ran.samples(), ran.prompts().size() - 1)) + " · " + sample;
    }

    /** Marks what differs from the reference column, and stretches the tint to the largest cosine in sight. */
    private void settle() {
        List<Column> columns = model.columns().get();
        int reference = model.reference().get();
        if (texts.isEmpty() || reference >= texts.size() || columns.size() != texts.size()) {
            return;
        }
        Tint now = Tint.of(columns);
        tint = model.running().get() ? now.steadied(tint) : now;
        for (int i = 0; i < texts.size(); i++) {
            for (int row = 0; row < texts.get(i).size(); row++) {
                TokenText text = texts.get(i).get(row);
                text.tint(tint.centre(), tint.reach());
                boolean compares = i != reference && row < texts.get(reference).size();
                text.mark(
                        compares
                                ? WordDifference.of(
                                        text.words(),
                                        texts.get(reference).get(row).words())
                                : Set.of());
            }
        }
    }
}
