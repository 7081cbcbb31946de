package org.vectorscope.ui.shell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.control.StateIcon;

/** The screens down the left side; tour and settings at the foot. */
final class Navigation extends VBox {
    private final Map<ScreenId, ToggleButton> items = new EnumMap<>(ScreenId.class);
    private final Map<ScreenId, ObjectProperty<Optional<Freshness>>> states = new EnumMap<>(ScreenId.class);
    private final List<Label> titles = new ArrayList<>();
    private final ToggleGroup group = new ToggleGroup();

    Navigation(Consumer<ScreenId> goTo, Runnable tour, Runnable settings) {
        getStyleClass().add("navigation");
        for (ScreenId id : ScreenId.values()) {
            states.put(id, new SimpleObjectProperty<>(Optional.empty()));
            items.put(id, item(id, goTo));
        }
        Region spring = new Region();
        VBox.setVgrow(spring, Priority.ALWAYS);
        getChildren().addAll(items.values());
        getChildren()
                .addAll(
                        spring,
                        quiet(Feather.PLAY_CIRCLE, "Guided tour", tour),
                        quiet(Feather.SETTINGS, "Settings", settings));
        group.selectedToggleProperty().addListener((o, was, is) -> {
            if (is == null) {
                group.selectToggle(was);
            }
        });
    }

    private ToggleButton item(ScreenId id, Consumer<ScreenId> goTo) {
        ToggleButton item = Css.with(new ToggleButton(), "nav-item");
        Label title = Css.with(new Label(id.title()), "nav-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        titles.add(title);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        HBox inside = Css.with(
                new HBox(
                        Css.with(new Region(), "nav-bar"),
                        Css.with(new Region(), "nav-space"),
                        Icons.large(id.icon()),
                        title,
                        spring,
                        new StateIcon(state(id))),
                "nav-inside");
        item.setGraphic(inside);
        item.setAccessibleText(id.title());
        item.setTooltip(new Tooltip(id.title()));
        item.setToggleGroup(group);
        item.setOnAction(e -> goTo.accept(id));
        return item;
    }

    private Button quiet(Feather icon, String words, Runnable action) {
        Button button = Css.with(new Button(), "nav-item", "quiet");
        Label title = Css.with(new Label(words), "nav-title");
        titles.add(title);
        button.setGraphic(Css.with(new HBox(Icons.large(icon), title), "nav-inside"));
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** Icons alone, their words as tooltips: for a narrow window. */
    void narrow(boolean narrow) {
        getStyleClass().remove("rail");
        if (narrow) {
            getStyleClass().add("rail");
        }
        titles.forEach(title -> {
            title.setVisible(!narrow);
            title.setManaged(!narrow);
        });
    }

    void select(ScreenId id) {
        group.selectToggle(items.get(id));
    }

    ObjectProperty<Optional<Freshness>> state(ScreenId id) {
        return Objects.requireNonNull(states.get(id));
    }

    /** For the guided tour to point at. */
    ToggleButton item(ScreenId id) {
        return Objects.requireNonNull(items.get(id));
    }
}
