package org.vectorscope.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.control.StateIcon;

/** One thing in force: icon, name, detail, how fresh it is; opens its picker. */
final class Chip extends Button {
    private final Label name = Css.with(new Label(), "chip-name");
    private final Label detail = Css.with(new Label(), "chip-detail");
    private final HBox inside;
    private final String kind;

    Chip(String kind, Feather icon, ObservableValue<Optional<Freshness>> freshness) {
        this.kind = kind;
        inside = Css.with(
                new HBox(
                        Css.with(Icons.of(icon), Css.MUTED),
                        name,
                        detail,
                        new StateIcon(freshness),
                        Css.with(Icons.small(Feather.CHEVRON_DOWN), Css.MUTED)),
                "chip-inside");
        setGraphic(inside);
        getStyleClass().add("chip");
    }

    void say(String what, String more) {
        name.setText(what);
        detail.setText(more);
        tellDetail(true);
        setAccessibleText(kind + ": " + what + " " + more);
    }

    boolean tellsDetail() {
        return detail.isManaged();
    }

    /** Shows or hides the detail, where there is one: what a narrow header gives up first. */
    void tellDetail(boolean shown) {
        boolean now = shown && !detail.getText().isEmpty();
        detail.setManaged(now);
        detail.setVisible(now);
    }

    /** What the detail takes, or would take. */
    double detailWidth() {
        return detail.getText().isEmpty() ? 0 : detail.prefWidth(-1) + inside.getSpacing();
    }

    void opens(Popovers popovers, Supplier<Node> picker) {
        setOnAction(e -> popovers.show(this, picker.get()));
    }
}
