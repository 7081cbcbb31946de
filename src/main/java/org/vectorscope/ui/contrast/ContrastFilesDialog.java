package org.vectorscope.ui.contrast;

import java.io.File;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import org.vectorscope.contrast.ContrastFiles.Format;
import org.vectorscope.contrast.Draft;

/** Asks where to read from and write to. */
final class ContrastFilesDialog {
    private final ContrastViewModel model;

    ContrastFilesDialog(ContrastViewModel model) {
        this.model = model;
    }

    void importInto(Node owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import a contrast set");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                "Contrast sets", "*.json", "*.jsonl", "*.csv", "*.tsv", "*.txt"),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        Optional.ofNullable(chooser.showOpenDialog(owner.getScene().getWindow()))
                .ifPresent(file -> model.open(file.toPath()));
    }

    /** A menu of formats under the button that asked for it. */
    void exportMenu(Node owner) {
        ContextMenu menu = new ContextMenu(
                item("JSON, everything the set has…", Format.JSON, owner),
                item("CSV, the pairs…", Format.CSV, owner),
                item("JSON Lines, as Model-Written Evaluations…", Format.JSONL, owner));
        menu.show(owner, Side.BOTTOM, 0, 4);
    }

    private MenuItem item(String words, Format format, Node owner) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(e -> export(format, owner));
        return item;
    }

    private void export(Format format, Node owner) {
        String name = model.draft().get().map(Draft::set).map(set -> set.name()).orElse("pairs");
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the pairs in use");
        chooser.setInitialFileName(name + "." + format.name().toLowerCase(Locale.ROOT));
        File file = chooser.showSaveDialog(owner.getScene().getWindow());
        if (file != null) {
            model.export(file.toPath(), format);
        }
    }
}
