package org.vectorscope.ui.model;

import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.engine.Precision;
import org.vectorscope.lab.MachineMemory;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.lab.PrecisionChoice;
import org.vectorscope.study.PrecisionCost;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.Card;
import org.vectorscope.ui.control.InlineError;

/** One row for each precision: what it takes, what it costs, and the choice. */
final class PrecisionCard extends VBox {
    private static final String[] HEADINGS = {"Computes in", "Memory", "KL to float32, nats", "Same next token, %"};

    private final PrecisionViewModel precisions;
    private final GridPane rows = Css.with(new GridPane(), "precisions");
    private final Label about = Css.with(new Label(), Css.HINT);

    PrecisionCard(PrecisionViewModel precisions) {
        this.precisions = precisions;
        getStyleClass().add("tight");
        about.setWrapText(true);
        for (int i = 0; i < HEADINGS.length; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(Priority.ALWAYS);
            rows.getColumnConstraints().add(column);
        }
        Card card = new Card("Precision", rows, about, new InlineError(precisions.failure()));
        card.note().setText("kept for every model that is loaded");
        getChildren().add(card);
        ModelViewModel model = precisions.model();
        follow(model.details());
        follow(model.opening());
        follow(model.context().state().model());
        follow(model.context().state().precision());
        follow(precisions.costs());
        follow(precisions.measuring());
    }

    private void follow(ObservableValue<?> what) {
        what.subscribe(() -> show(precisions.model().details().get()));
    }

    private void show(Optional<ModelDetails> details) {
        setVisible(details.isPresent());
        setManaged(details.isPresent());
        details.ifPresent(this::draw);
    }

    private void draw(ModelDetails details) {
        Optional<OpenModel> open = precisions.open();
        long free = MachineMemory.now().available()
                + open.map(o -> details.memory(o.precision()).weights()).orElse(0L);
        Map<Precision, PrecisionCost> costs = precisions.costs().get();
        rows.getChildren().clear();
        for (int i = 0; i < HEADINGS.length; i++) {
            rows.add(Css.with(new Label(HEADINGS[i]), Css.HINT), i, 0);
        }
        ToggleGroup group = new ToggleGroup();
        Precision suited = precisions.suited(details);
        rows.addRow(
                1,
                choice("Automatic", PrecisionChoice.AUTOMATIC, PrecisionWords.AUTOMATIC, group),
                memory(details.memory(suited).total(), free),
                small(PrecisionWords.automatic(suited)));
        for (Precision precision : PrecisionViewModel.OFFERED) {
            int row = rows.getRowCount();
            long needed = details.memory(precision).total();
            Optional<PrecisionCost> cost = Optional.ofNullable(costs.get(precision));
            rows.addRow(
                    row,
                    choice(precision.title(), PrecisionChoice.of(precision), PrecisionWords.use(precision), group),
                    memory(needed, free),
                    cost.isPresent() || precision == Precision.F32
                            ? small(PrecisionWords.kl(precision, cost))
                            : measure(precision, open),
                    small(PrecisionWords.agreement(precision, cost)));
        }
        about.setText(PrecisionWords.about(costs.values()) + PrecisionWords.tried(precisions.halfSpeed()));
    }

    private RadioButton choice(String title, PrecisionChoice choice, String use, ToggleGroup group) {
        RadioButton button = new RadioButton(title);
        button.setToggleGroup(group);
        button.setSelected(precisions.model().context().state().precision().get() == choice);
        button.setTooltip(new Tooltip(use));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> precisions.choose(choice));
        button.setDisable(precisions.model().opening().get().isPresent());
        return button;
    }

    private static Label memory(long needed, long free) {
        Label label = small(Formats.bytes(needed) + (needed <= free ? "" : " · does not fit"));
        if (needed > free) {
            label.getStyleClass().add(Css.WARNING);
        }
        return label;
    }

    private static Label small(String words) {
        Label label = Css.with(new Label(words), Css.SMALL);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node measure(Precision precision, Optional<OpenModel> open) {
        if (precisions.measuring().get().filter(precision::equals).isPresent()) {
            return small("measuring");
        }
        Button measure = Buttons.flat("Measure", Feather.ACTIVITY, () -> precisions.measure(precision));
        measure.setAccessibleText("Measure what " + precision.title() + " costs");
        measure.setTooltip(new Tooltip("Computes a fixed text in float32 and in this precision"));
        measure.setDisable(open.isEmpty()
                || precisions.measuring().get().isPresent()
                || precisions.model().opening().get().isPresent());
        return measure;
    }
}
