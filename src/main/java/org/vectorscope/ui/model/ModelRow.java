package org.vectorscope.ui.model;

import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.engine.Precision;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.control.Tag;

/** A model in the list: name, how it is stored, what it needs or why it cannot run. */
final class ModelRow extends ToggleButton {
    /** @param precision it computes in, or would; @param free bytes that it could have */
    ModelRow(ModelEntry entry, boolean loaded, Precision precision, long free) {
        getStyleClass().setAll("model-row");
        setMaxWidth(Double.MAX_VALUE);
        Label name = Css.with(new Label(entry.name()), "row-name");
        HBox first = new HBox(name, spring());
        if (loaded) {
            first.getChildren().add(new Tag("loaded", Css.ACCENT));
        }
        Label stored = Css.with(new Label(stored(entry)), Css.SMALL, Css.MUTED);
        boolean fits = needed(entry, precision).filter(bytes -> bytes <= free).isPresent();
        Label needs = Css.with(new Label(needs(entry, precision)), Css.SMALL, fits ? Css.MUTED : Css.WARNING);
        needs.setMinWidth(Region.USE_PREF_SIZE);
        VBox both = new VBox(first, new HBox(stored, spring(), needs));
        both.prefWidthProperty().bind(widthProperty().subtract(2));
        setGraphic(both);
        setAccessibleText(
                entry.name() + ", " + stored(entry) + ", " + needs(entry, precision) + (loaded ? ", loaded" : ""));
        setUserData(entry);
        if (entry.why() != null) {
            setTooltip(new Tooltip(entry.why()));
        } else if (!fits) {
            setTooltip(new Tooltip("Only " + Formats.bytes(free) + " are free; in another precision it may fit"));
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

    private static Optional<Long> needed(ModelEntry entry, Precision precision) {
        return Optional.ofNullable(entry.memory())
                .map(memory -> memory.at(precision.bytesPerWeight()).total());
    }

    private static String needs(ModelEntry entry, Precision precision) {
        return needed(entry, precision)
                .map(bytes -> "needs " + Formats.bytes(bytes) + " in " + precision.word())
                .orElse("cannot run here");
    }
}
