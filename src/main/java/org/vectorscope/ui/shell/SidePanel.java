package org.vectorscope.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.common.Screen;
import org.vectorscope.ui.common.Shell;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.DirectScroll;

/** "What am I looking at?" and the recipe of what is selected; folds to a rail. */
final class SidePanel extends BorderPane {
    private final BooleanProperty folded = new SimpleBooleanProperty();
    private final ExplanationPart explanation = new ExplanationPart(this::fold);
    private final RecipePart recipe;
    private final ScrollPane open;
    private final VBox rail;
    private Subscription screen = Subscription.EMPTY;

    SidePanel(Shell shell) {
        recipe = new RecipePart(shell);
        getStyleClass().add("side-panel");
        open = new DirectScroll(new VBox(explanation, recipe));
        open.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        open.getStyleClass().add("side-scroll");
        rail = rail();
        folded.subscribe(this::arrange);
    }

    private VBox rail() {
        Button unfold = Buttons.icon(Feather.CHEVRONS_LEFT, "Show explanation and recipe", () -> folded.set(false));
        VBox box = Css.with(
                new VBox(unfold, tab(Feather.HELP_CIRCLE, "What am I looking at?"), tab(Feather.FILE_TEXT, "Recipe")),
                "rail-inside",
                Css.GAP_8);
        return box;
    }

    private Node tab(Feather icon, String words) {
        Label label = Css.with(new Label(words), Css.SMALL, Css.MUTED);
        label.setRotate(90);
        VBox inside =
                Css.with(new VBox(Css.with(Icons.of(icon), Css.MUTED), new Group(label)), Css.GAP_8, "rail-tab-inside");
        Button tab = Css.with(new Button("", inside), "rail-tab");
        tab.setAccessibleText(words);
        tab.setOnAction(e -> folded.set(false));
        return tab;
    }

    private void fold() {
        folded.set(true);
    }

    private void arrange(boolean isFolded) {
        setCenter(isFolded ? rail : open);
        getStyleClass().remove("rail");
        if (isFolded) {
            getStyleClass().add("rail");
        }
    }

    /** Follows this screen until the next. */
    void follow(Screen next) {
        screen.unsubscribe();
        screen = Subscription.combine(
                next.explanation().subscribe(explanation::show), next.recipe().subscribe(r -> recipe.show(next, r)));
    }

    BooleanProperty folded() {
        return folded;
    }
}
