package org.vectorscope.ui.vector;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.lab.SavedVector;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.Card;
import org.vectorscope.ui.control.ColumnWidths;
import org.vectorscope.ui.control.InlineError;
import org.vectorscope.ui.control.Tag;

/** The table of saved vectors with what can be done with the selected one. */
final class SavedCard extends VBox {
    private static final FileChooser.ExtensionFilter SAFETENSORS =
            new FileChooser.ExtensionFilter("safetensors", "*.safetensors");
    private static final FileChooser.ExtensionFilter GGUF =
            new FileChooser.ExtensionFilter("GGUF control vector", "*.gguf");
    private static final FileChooser.ExtensionFilter NPY =
            new FileChooser.ExtensionFilter("NumPy array, a row a layer", "*.npy");

    private final VectorViewModel model;
    private final ScreenContext context;
    private final SavedTable table;

    SavedCard(VectorViewModel model, ScreenContext context) {
        this.model = model;
        this.context = context;
        this.table = new SavedTable(model, context.state());
        ColumnWidths.follow(table, context.appearance().scale());
        BooleanBinding none = table.getSelectionModel().selectedItemProperty().isNull();
        Button use = Buttons.flat("Use", Feather.CHECK, () -> table.selected().ifPresent(model::use));
        Button rename = Buttons.flat("Rename", Feather.EDIT_2, this::rename);
        Button export = Buttons.flat("Export", Feather.UPLOAD, this::export);
        Button read = Buttons.flat("Import", Feather.LOG_IN, this::read);
        use.disableProperty().bind(none);
        rename.disableProperty().bind(none);
        export.disableProperty().bind(none);
        read.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> context.state().model().get().isEmpty(),
                        context.state().model()));
        Tag inUse = new Tag("", Css.ACCENT);
        Card card = new Card("Saved vectors", new InlineError(model.fileFailure()), table)
                .beside(inUse)
                .actions(use, rename, read, export);
        context.state().vector().subscribe(vector -> tag(inUse));
        model.saved().addListener((javafx.beans.Observable o) -> tag(inUse));
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(card, Priority.ALWAYS);
        table.setPrefHeight(0);
        table.setMinHeight(90);
        getChildren().add(card);
    }

    private void tag(Tag tag) {
        long inUse = model.saved().stream().filter(model::isInUse).count();
        tag.setText(inUse + " in use");
        tag.setVisible(inUse > 0);
        tag.setManaged(inUse > 0);
    }

    private void rename() {
        table.selected().ifPresent(vector -> {
            TextField name = new TextField(vector.name());
            name.setAccessibleText("New name");
            Runnable done = () -> {
                context.shell().closeDialog();
                if (!name.getText().isBlank()) {
                    model.rename(vector, name.getText().strip());
                }
            };
            name.setOnAction(e -> done.run());
            HBox foot = Css.with(
                    new HBox(
                            Buttons.button("Cancel", Feather.X, context.shell()::closeDialog),
                            Buttons.primary("Rename", Feather.CHECK, done)),
                    "dialog-foot");
            VBox box = Css.with(
                    new VBox(Css.with(new Label("Name of this vector"), Css.CARD_TITLE), name, foot), "dialog-box");
            box.setMaxSize(360, VBox.USE_PREF_SIZE);
            context.shell().showDialog(box);
            name.requestFocus();
        });
    }

    private void read() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import vectors");
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter("Steering vectors", "*.safetensors", "*.gguf", "*.npy"));
        Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(context.commands()::importVector);
    }

    private void export() {
        table.selected().ifPresent(vector -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Export vectors");
            chooser.getExtensionFilters().addAll(SAFETENSORS, GGUF, NPY);
            chooser.setInitialFileName(fileName(vector));
            Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
                    .map(File::toPath)
                    .ifPresent(file -> model.write(vector, withEnding(file, chooser.getSelectedExtensionFilter())));
        });
    }

    private static String fileName(SavedVector vector) {
        return vector.name().replaceAll("[^\\p{L}\\p{N}._-]+", "-") + ".safetensors";
    }

    /** Some file dialogs do not add the ending themselves. */
    private static Path withEnding(Path file, FileChooser.ExtensionFilter filter) {
        String name = String.valueOf(file.getFileName());
        boolean known = name.matches(".*\\.(gguf|safetensors|npy)");
        return known
                ? file
                : file.resolveSibling(name + filter.getExtensions().getFirst().substring(1));
    }
}
