package org.vectorscope.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.control.StateIcon;

/** One thing in force: icon, name, detail, how fresh it is; opens its picker. */
final class Chip extends Button {
    private final Label name = Css.with(new Label(), "chip-name");
    private final Label detail = Css.with(new Label(), "chip-detail");
    private final Text ruler = new Text();
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

    /** How much of the name can be cut. */
    double nameSlack() {
        return Math.max(0, nameWidth() - name.minWidth(-1));
    }

    /** Leaves this much of the name out; 0 for none. */
    void cut(double width) {
        double wanted = width <= 0 ? USE_COMPUTED_SIZE : nameWidth() - width;
        if (Math.abs(name.getPrefWidth() - wanted) > 0.5) {
            name.setPrefWidth(wanted);
        }
    }

    /** What was cut off the name. */
    double cutOff() {
        return name.getPrefWidth() < 0 ? 0 : nameWidth() - name.getPrefWidth();
    }

    private double nameWidth() {
        ruler.setFont(name.getFont());
        ruler.setText(name.getText());
        return Math.ceil(ruler.getLayoutBounds().getWidth());
    }

    /** What the detail takes, or would take. */
    double detailWidth() {
        return detail.getText().isEmpty() ? 0 : detail.prefWidth(-1) + inside.getSpacing();
    }

    void opens(Popovers popovers, Supplier<Node> picker) {
        setOnAction(e -> popovers.show(this, picker.get()));
    }
}
