package org.vectorscope.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;

/** The kinds of button. */
public final class Buttons {
    private Buttons() {}

    public static Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(text, Icons.of(icon));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** The one main action of a screen. */
    public static Button primary(String text, Feather icon, Runnable action) {
        return Css.with(button(text, icon, action), Css.PRIMARY);
    }

    /** Without a border, inside a card. */
    public static Button flat(String text, Feather icon, Runnable action) {
        return Css.with(button(text, icon, action), Css.FLAT);
    }

    /** An icon alone; the words are its hint and what a screen reader says. */
    public static Button icon(Feather icon, String words, Runnable action) {
        Button button = new Button("", Icons.large(icon));
        button.getStyleClass().add(Css.FLAT);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> action.run());
        return button;
    }
}
