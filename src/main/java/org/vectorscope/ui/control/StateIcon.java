package org.vectorscope.ui.control;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.Icons;

/** Check = fresh, cylinder = cached, empty ring = to compute, dotted ring = being computed. */
public final class StateIcon extends Label {
    public StateIcon(ObservableValue<Optional<Freshness>> freshness) {
        getStyleClass().add("state-icon");
        freshness.subscribe(this::show);
    }

    private void show(Optional<Freshness> freshness) {
        Optional<Feather> icon = freshness.flatMap(StateIcon::icon);
        setGraphic(icon.map(i -> Css.with(Icons.small(i), Css.MUTED)).orElse(null));
        setTooltip(icon.isEmpty() ? null : new Tooltip(freshness.get().words()));
        setAccessibleText(freshness.map(Freshness::words).orElse(""));
    }

    private static Optional<Feather> icon(Freshness freshness) {
        return switch (freshness) {
            case FRESH -> Optional.of(Feather.CHECK);
            case CACHED -> Optional.of(Feather.DATABASE);
            case STALE, TO_COMPUTE -> Optional.of(Feather.CIRCLE);
            case RUNNING -> Optional.of(Feather.LOADER);
            case MISSING -> Optional.empty();
        };
    }
}
