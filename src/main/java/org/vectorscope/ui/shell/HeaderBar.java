package org.vectorscope.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Appearance;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.Theme;
import org.vectorscope.ui.control.Buttons;

/** Name, chips, and what concerns the whole window. */
final class HeaderBar extends HBox {
    private final Label name = new Label("Vectorscope");

    HeaderBar(ScreenContext context, Popovers popovers, Dialogs dialogs) {
        getStyleClass().add("header");
        HBox brand = Css.with(new HBox(new Logo(context.appearance().scale()), name), "brand");
        ChipRow chips = new ChipRow(context, popovers);
        HBox.setHgrow(chips, Priority.ALWAYS);
        chips.setMinWidth(0);
        getChildren().addAll(brand, chips, actions(context.appearance(), dialogs));
    }

    /** The logo alone, so that the chips have room for their names. */
    void narrow(boolean narrow) {
        name.setVisible(!narrow);
        name.setManaged(!narrow);
        getStyleClass().remove("narrow");
        if (narrow) {
            getStyleClass().add("narrow");
        }
    }

    private static HBox actions(Appearance appearance, Dialogs dialogs) {
        Button theme = Buttons.icon(Feather.MOON, "Dark or light", () -> toggle(appearance));
        appearance
                .theme()
                .subscribe(now -> theme.setGraphic(Icons.large(now == Theme.LIGHT ? Feather.MOON : Feather.SUN)));
        Button text = Css.with(new Button("Aa"), Css.FLAT, Css.STRONG);
        text.setAccessibleText("Larger text");
        text.setTooltip(new Tooltip("Text size: Ctrl +, Ctrl −, Ctrl 0"));
        text.setOnAction(e -> appearance.larger());
        HBox actions = Css.with(
                new HBox(
                        Buttons.icon(Feather.COMMAND, "Commands (Ctrl K)", dialogs::palette),
                        theme,
                        text,
                        Buttons.icon(Feather.MONITOR, "Present (F11)", () -> present(appearance)),
                        Buttons.icon(Feather.HELP_CIRCLE, "About Vectorscope", dialogs::about)),
                "header-actions");
        actions.setMinWidth(Region.USE_PREF_SIZE);
        return actions;
    }

    private static void toggle(Appearance appearance) {
        appearance.theme().set(appearance.theme().get().other());
    }

    private static void present(Appearance appearance) {
        appearance.presenting().set(!appearance.presenting().get());
    }
}
