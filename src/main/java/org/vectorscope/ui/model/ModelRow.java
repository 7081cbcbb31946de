package org.vectorscope.ui.model;

import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.control.Tag;

/** A model in the list: name, how it is stored, what it needs or why it cannot run. */
final class ModelRow extends ToggleButton {
    ModelRow(ModelEntry entry, boolean loaded) {
        getStyleClass().setAll("model-row");
        setMaxWidth(Double.MAX_VALUE);
        Label name = Css.with(new Label(entry.name()), "row-name");
        HBox first = new HBox(name, spring());
        if (loaded) {
            first.getChildren().add(new Tag("loaded", Css.ACCENT));
        }
        Label stored = Css.with(new Label(stored(entry)), Css.SMALL, Css.MUTED);
        Label needs = Css.with(new Label(needs(entry)), Css.SMALL, entry.runnable() ? Css.MUTED : Css.WARNING);
        needs.setMinWidth(Region.USE_PREF_SIZE);
        VBox both = new VBox(first, new HBox(stored, spring(), needs));
        both.prefWidthProperty().bind(widthProperty().subtract(2));
        setGraphic(both);
        setAccessibleText(entry.name() + ", " + stored(entry) + ", " + needs(entry) + (loaded ? ", loaded" : ""));
        setUserData(entry);
        if (entry.why() != null) {
            setTooltip(new Tooltip(entry.why()));
        }
    }

    private static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    private static String stored(ModelEntry entry) {
        return (entry.format() + " " + entry.dtype()).strip() + " · " + Formats.bytes(entry.bytes());
    }

    private static String needs(ModelEntry entry) {
        Long memory = entry.memoryNeeded();
        return entry.runnable() && memory != null ? "needs " + Formats.bytes(memory) : "cannot run here";
    }
}
