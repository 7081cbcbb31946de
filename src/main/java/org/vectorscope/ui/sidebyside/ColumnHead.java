package org.vectorscope.ui.sidebyside;

import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.study.ArmKind;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Shell;
import org.vectorscope.ui.control.ArmMark;
import org.vectorscope.ui.control.Buttons;

/** Top of a column: mark, name, length and direction of its vector; pin and copy. */
final class ColumnHead extends VBox {
    private final Column column;
    private final int index;
    private final SideBySideViewModel model;
    private final Shell shell;
    private final Label reference = Css.with(new Label("reference"), Css.HINT);

    ColumnHead(Column column, int index, SideBySideViewModel model, Shell shell) {
        this.column = column;
        this.index = index;
        this.model = model;
        this.shell = shell;
        getStyleClass().addAll("column-head", ArmMark.styleOf(column.arm().kind()));
        Label name = Css.with(new Label(column.title()), Css.CARD_TITLE);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox line = Css.with(new HBox(new ArmMark(column.arm().kind()), name, spring, reference), "line", Css.GAP_4);
        line.getChildren().addAll(pin(), copy());
        Label vector = Css.with(new Label(), Css.HINT);
        column.figures().subscribe(figures -> vector.setText(words(figures)));
        getChildren().addAll(line, vector);
        model.reference().subscribe(r -> mark(r == index));
        ContextMenu menu = menu();
        setOnContextMenuRequested(e -> menu.show(this, e.getScreenX(), e.getScreenY()));
    }

    private void mark(boolean isReference) {
        reference.setVisible(isReference);
        reference.setManaged(isReference);
    }

    private String words(Column.Figures figures) {
        if (column.isPinned()) {
            return "pinned · " + column.note();
        }
        if (column.arm().kind() == ArmKind.NONE) {
            return "no steering";
        }
        return Double.isFinite(figures.norm())
                ? "‖·‖ " + Formats.one(figures.norm()) + " · cos " + Formats.two(figures.cosine())
                : Column.purpose(column.arm().kind());
    }

    private Button pin() {
        Button pin = Buttons.icon(Feather.BOOKMARK, column.isPinned() ? "Unpin" : "Keep beside the next runs", () -> {
            if (column.isPinned()) {
                model.unpin(column);
            } else if (model.hasRoom()) {
                model.pin(column);
            } else {
                shell.say(SideBySideViewModel.MOST_COLUMNS + " columns are the most; take one away first");
            }
        });
        return Css.with(pin, "tight");
    }

    private Button copy() {
        return Css.with(Buttons.icon(Feather.COPY, "Copy the texts", this::copyTexts), "tight");
    }

    private void copyTexts() {
        StringBuilder all = new StringBuilder();
        column.texts().forEach(text -> all.append(text.text()).append("\n\n"));
        ClipboardContent content = new ClipboardContent();
        content.putString(all.toString().strip());
        Clipboard.getSystemClipboard().setContent(content);
        shell.say("Texts of " + column.title() + " copied");
    }

    private ContextMenu menu() {
        MenuItem compare = new MenuItem("Compare the others with this column");
        compare.setOnAction(e -> model.reference().set(index));
        MenuItem remove = new MenuItem(column.isPinned() ? "Unpin" : "Take this arm away");
        remove.setOnAction(e -> {
            if (column.isPinned()) {
                model.unpin(column);
            } else {
                model.remove(column.arm());
            }
        });
        return new ContextMenu(compare, remove);
    }
}
