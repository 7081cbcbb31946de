package org.vectorscope.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.figure.Recipe;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Screen;
import org.vectorscope.ui.common.Shell;
import org.vectorscope.ui.control.Buttons;

/** All that decided what is selected; copies as a command line, replays. */
final class RecipePart extends VBox {
    private final Shell shell;
    private final GridPane facts = Css.with(new GridPane(), "facts");
    private final Label command = Css.with(new Label(), Css.CODE);
    private final Button copy;
    private final Button replay;
    private Runnable onReplay = () -> {};
    private Recipe shown = Recipe.NONE;

    RecipePart(Shell shell) {
        this.shell = shell;
        getStyleClass().addAll("side-part", "second");
        copy = Buttons.flat("Copy", Feather.COPY, this::copy);
        replay = Buttons.flat("Replay", Feather.ROTATE_CW, () -> onReplay.run());
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Label heading = Css.with(new Label("Recipe"), Css.CARD_TITLE);
        command.setWrapText(true);
        command.setMaxWidth(Double.MAX_VALUE);
        command.setMinHeight(USE_PREF_SIZE);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        facts.getColumnConstraints().setAll(names, values);
        getChildren().addAll(Css.with(new HBox(heading, spring, copy, replay), Css.CARD_HEADER), facts, command);
    }

    void show(Screen screen, Recipe recipe) {
        shown = recipe;
        onReplay = screen::replay;
        boolean any = !recipe.equals(Recipe.NONE);
        setVisible(any);
        setManaged(any);
        facts.getChildren().clear();
        for (int row = 0; row < recipe.facts().size(); row++) {
            Recipe.Fact fact = recipe.facts().get(row);
            Label name = Css.with(new Label(fact.name()), "fact-name", "recipe-name");
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            Label value = Css.with(new Label(fact.value()), "fact-value");
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
            GridPane.setValignment(name, javafx.geometry.VPos.TOP);
            facts.addRow(row, name, value);
        }
        command.setText(recipe.command());
        command.setVisible(!recipe.command().isEmpty());
        command.setManaged(!recipe.command().isEmpty());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(shown.command().isEmpty() ? shown.text() : shown.command());
        Clipboard.getSystemClipboard().setContent(content);
        shell.say(shown.command().isEmpty() ? "Recipe copied" : "Command copied");
    }
}
