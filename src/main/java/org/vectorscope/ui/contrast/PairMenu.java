package org.vectorscope.ui.contrast;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.vectorscope.contrast.ContrastFiles;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.Draft;

/** What one can do with the selected pairs, by menu, key and double click. */
final class PairMenu {
    private final PairTable table;
    private final ContrastViewModel model;
    private final Consumer<PairRow> edit;

    private PairMenu(PairTable table, ContrastViewModel model, Consumer<PairRow> edit) {
        this.table = table;
        this.model = model;
        this.edit = edit;
    }

    static void install(PairTable table, ContrastViewModel model, Consumer<PairRow> edit) {
        PairMenu menu = new PairMenu(table, model, edit);
        table.setContextMenu(menu.menu());
        table.addEventHandler(KeyEvent.KEY_PRESSED, menu::key);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (e.getClickCount() == 2) {
                menu.editSelected();
            }
        });
    }

    private ContextMenu menu() {
        return new ContextMenu(
                item("Edit…", this::editSelected),
                item("Use", () -> model.use(table.selectedPairs(), true)),
                item("Drop", () -> model.use(table.selectedPairs(), false)),
                item("Copy", this::copy),
                new SeparatorMenuItem(),
                item("Remove from the set", () -> model.remove(table.selectedPairs())));
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> action.run());
        return item;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.SPACE) {
            selectedRow().ifPresent(row -> model.use(table.selectedPairs(), !row.used()));
        } else if (event.getCode() == KeyCode.DELETE && event.isShiftDown()) {
            model.remove(table.selectedPairs());
        } else if (event.getCode() == KeyCode.DELETE) {
            model.use(table.selectedPairs(), false);
        } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            editSelected();
        } else if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
            copy();
        } else {
            return;
        }
        event.consume();
    }

    private Optional<PairRow> selectedRow() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem());
    }

    private void editSelected() {
        selectedRow().ifPresent(edit);
    }

    /** As CSV, which spreadsheets and {@link ContrastViewModel#paste} read. */
    private void copy() {
        Optional<Draft> draft = model.draft().get();
        List<Pair> pairs = draft.map(now -> table.selectedPairs().stream()
                        .map(now.set().pairs()::get)
                        .toList())
                .orElse(List.of());
        if (!pairs.isEmpty()) {
            ClipboardContent content = new ClipboardContent();
            content.putString(ContrastFiles.text(draft.orElseThrow().set().withPairs(pairs), ContrastFiles.Format.CSV));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }
}
