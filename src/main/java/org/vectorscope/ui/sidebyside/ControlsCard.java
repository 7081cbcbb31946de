package org.vectorscope.ui.sidebyside;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.engine.TokenRange;
import org.vectorscope.study.ArmKind;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Shell;
import org.vectorscope.ui.control.ArmMark;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.NumberPill;
import org.vectorscope.ui.control.PillChooser;
import org.vectorscope.ui.control.Segmented;

/** What is asked, and how texts are drawn. */
final class ControlsCard extends VBox {
    private final SideBySideViewModel model;
    private final Shell shell;

    ControlsCard(SideBySideViewModel model, Shell shell) {
        this.model = model;
        this.shell = shell;
        getStyleClass().add(Css.CARD);
        getChildren().addAll(asking(), drawing());
    }

    private HBox asking() {
        Segmented<PromptSource> source = new Segmented<>(
                List.of(PromptSource.values()),
                PromptSource::title,
                model.source().get());
        source.value().bindBidirectional(model.source());
        TextField prompt = new TextField();
        prompt.textProperty().bindBidirectional(model.prompt());
        prompt.setAccessibleText("Prompt");
        prompt.setOnAction(e -> model.run());
        Label suite = Css.with(new Label(), Css.SMALL, Css.MUTED);
        model.source().subscribe(s -> {
            boolean one = s == PromptSource.PROMPT;
            prompt.setVisible(one);
            prompt.setManaged(one);
            suite.setVisible(!one);
            suite.setManaged(!one);
            suite.setText(Formats.count(model.prompts().size(), "held-out prompt", "held-out prompts")
                    + " of the contrast set");
        });
        HBox.setHgrow(prompt, Priority.ALWAYS);
        HBox.setHgrow(suite, Priority.ALWAYS);
        suite.setMaxWidth(Double.MAX_VALUE);
        return Css.with(new HBox(source, prompt, suite, runOrStop(), rerun()), "line", Css.GAP_8);
    }

    private Button runOrStop() {
        Button button = Buttons.button("Run", Feather.PLAY, model::run);
        model.running().subscribe(running -> {
            button.getStyleClass().removeAll(Css.PRIMARY, Css.DANGER);
            button.getStyleClass().add(running ? Css.DANGER : Css.PRIMARY);
            button.setText(running ? "Stop" : "Run");
            button.setGraphic(org.vectorscope.ui.common.Icons.of(running ? Feather.SQUARE : Feather.PLAY));
            button.setOnAction(e -> {
                if (running) {
                    model.stop();
                } else {
                    model.run();
                }
            });
            refresh(button);
        });
        model.settings().subscribe(s -> refresh(button));
        return button;
    }

    private void refresh(Button button) {
        button.setDisable(!model.running().get() && !model.canRun());
    }

    private Button rerun() {
        Button rerun = Buttons.button("Rerun", Feather.ROTATE_CW, () -> {
            model.seed().set(model.seed().get() + 1);
            model.run();
        });
        rerun.setTooltip(new javafx.scene.control.Tooltip("Again with the next seed"));
        model.freshness().subscribe(f -> rerun.setDisable(model.ranWith().get().isEmpty() || !model.canRun()));
        return rerun;
    }

    private HBox drawing() {
        PillChooser<TokenRange> tokens = new PillChooser<>("Steer", List.of(TokenRange.values()), ControlsCard::words);
        tokens.valueProperty().bindBidirectional(model.tokens());
        Button arm = Buttons.button("Arm", Feather.PLUS, () -> {});
        arm.setOnAction(e -> shell.popOver(arm, armChooser()));
        FlowPane pills = Css.with(
                new FlowPane(
                        tokens,
                        pill("Temp.", model.temperature(), 0, 2, Formats::plain),
                        pill("Samples", model.samples(), 1, 8, ControlsCard::whole),
                        pill("Max", model.longest(), 1, 512, ControlsCard::whole),
                        pill("Seed", model.seed(), 0, 1e9, ControlsCard::whole)),
                Css.GAP_8);
        pills.prefWrapLengthProperty().bind(pills.widthProperty()); // as tall as its lines in the room it has
        pills.setMinWidth(0);
        HBox.setHgrow(pills, Priority.ALWAYS);
        return Css.with(new HBox(pills, arm), "line", Css.GAP_8);
    }

    private static NumberPill pill(
            String name,
            javafx.beans.property.DoubleProperty value,
            double least,
            double most,
            java.util.function.DoubleFunction<String> words) {
        NumberPill pill = new NumberPill(name, value.get(), least, most, words);
        pill.value().bindBidirectional(value);
        return pill;
    }

    private static String whole(double value) {
        return String.valueOf(Math.round(value));
    }

    private static String words(TokenRange range) {
        return switch (range) {
            case ALL -> "all tokens";
            case PROMPT -> "the prompt";
            case GENERATED -> "generated tokens";
            case FROM_LAST -> "from last prompt token";
        };
    }

    private Node armChooser() {
        VBox box = Css.with(new VBox(Css.with(new Label("Add an arm"), Css.CARD_TITLE)), "picker");
        for (ArmKind kind : ArmKind.values()) {
            Button item = Css.with(new Button(), "picker-item");
            Label name =
                    Css.with(new Label(Column.titleOf(new org.vectorscope.study.ArmList.Named(kind, 0))), "arm-name");
            item.setGraphic(Css.with(
                    new HBox(new ArmMark(kind), name, Css.with(new Label(Column.purpose(kind)), Css.HINT)),
                    "chip-inside"));
            item.setMaxWidth(Double.MAX_VALUE);
            item.setDisable(!model.canAdd(kind));
            item.setOnAction(e -> {
                model.add(kind);
                item.setDisable(!model.canAdd(kind));
            });
            box.getChildren().add(item);
        }
        return box;
    }
}
