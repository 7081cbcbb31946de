package org.vectorscope.ui.shell;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.vectorscope.ui.common.Css;

/** One libtorch that can be chosen, or why it cannot. */
final class RuntimeRow extends VBox {
    private final RadioButton button;

    /** @param place its path, or what it is; @param fault one sentence that goes on after the path */
    RuntimeRow(ToggleGroup group, String title, String place, Optional<String> fault) {
        getStyleClass().add("runtime-row");
        button = new RadioButton(title);
        button.setToggleGroup(group);
        button.setDisable(fault.isPresent());
        Label where = Css.with(new Label(place), Css.SMALL, Css.MUTED, "runtime-place");
        getChildren().addAll(button, where);
        fault.ifPresent(why -> {
            Label line = Css.with(new Label(why), Css.SMALL, Css.WARNING, "runtime-place");
            line.setWrapText(true);
            getChildren().add(line);
        });
    }

    RuntimeRow choosing(boolean chosen, Runnable choice) {
        button.setSelected(chosen);
        button.setOnAction(e -> choice.run());
        return this;
    }
}
