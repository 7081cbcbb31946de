package org.vectorscope.ui.shell;

import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.control.EmptyState;

/** Lies over the window while files are dragged above it, and says what may be dropped. Lets the drag through. */
final class DropZone extends StackPane {
    DropZone() {
        getStyleClass().add("drop-zone");
        setMouseTransparent(true);
        setVisible(false);
        EmptyState words = Css.with(
                new EmptyState(
                        Feather.DOWNLOAD,
                        "Drop it anywhere",
                        "A model: a folder or a .gguf file. A vector: .safetensors, .npy or a .gguf control vector."
                                + " A contrast set: .json, .jsonl, .csv or .tsv."),
                "drop-words");
        words.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(words);
    }
}
