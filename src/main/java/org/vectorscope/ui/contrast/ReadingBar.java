package org.vectorscope.ui.contrast;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.contrast.TemplateChoice;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.PillChooser;

/** How the pairs are read: template, system text, read token; and the search. */
final class ReadingBar extends HBox {
    private static final List<Integer> READ_TOKENS = List.of(-1, -2, -3, -4, -5, -6);

    private final ScreenContext context;
    private final ContrastViewModel model;
    private final PillChooser<TemplateChoice> template =
            new PillChooser<>("Template", List.of(TemplateChoice.values()), this::words);
    private final PillChooser<Integer> readToken = new PillChooser<>("Read token", READ_TOKENS, this::words);
    private final Label systemValue = Css.with(new Label(), "pill-value");
    private final Button system = new Button();
    private final CustomTextField find = new CustomTextField();
    private boolean showing;

    ReadingBar(ScreenContext context, ContrastViewModel model) {
        this.context = context;
        this.model = model;
        template.valueProperty().addListener((o, was, is) -> chosen(() -> model.template(is)));
        readToken.valueProperty().addListener((o, was, is) -> chosen(() -> model.readToken(is)));
        HBox inside = new HBox(
                Css.with(new Label("System text"), "pill-name"), systemValue, Icons.small(Feather.CHEVRON_DOWN));
        inside.setAlignment(Pos.CENTER_LEFT);
        system.setGraphic(Css.with(inside, Css.GAP_8));
        system.getStyleClass().add("pill-button");
        system.setAccessibleText("System text");
        system.setOnAction(e -> context.shell().popOver(system, systemEditor()));
        find.setPromptText("Find in pairs");
        find.setAccessibleText("Find in pairs");
        find.textProperty().bindBidirectional(model.find());
        find.setLeft(Css.with(Icons.of(Feather.SEARCH), Css.MUTED));
        find.getStyleClass().add("find-field");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        for (Region pill : List.of(template, system, readToken)) {
            pill.setMinWidth(USE_PREF_SIZE); // where it is narrow, the field to search in gives way
        }
        getStyleClass().addAll(Css.GAP_8, "reading-bar");
        getChildren().addAll(template, system, readToken, spring, undo(), redo(), find);
        LabState state = context.state();
        state.model().subscribe(m -> show());
        state.template().subscribe(t -> show());
        state.system().subscribe(s -> show());
        state.readToken().subscribe(r -> show());
        model.draft().subscribe(d -> show());
    }

    /** Puts the caret into the search. */
    void find() {
        find.requestFocus();
    }

    private Button undo() {
        Button button = Buttons.icon(Feather.CORNER_UP_LEFT, "Undo", model::undo);
        button.disableProperty().bind(model.canUndo().not());
        return button;
    }

    private Button redo() {
        Button button = Buttons.icon(Feather.CORNER_UP_RIGHT, "Redo", model::redo);
        button.disableProperty().bind(model.canRedo().not());
        return button;
    }

    private void chosen(Runnable action) {
        if (!showing) {
            action.run();
        }
    }

    private void show() {
        showing = true;
        // A value set to what it was redraws nothing, and the words may have changed with the model.
        template.setValue(null);
        template.setValue(context.state().template().get());
        readToken.setValue(null);
        readToken.setValue(model.readToken());
        boolean templated = hasTemplate() && context.state().template().get() == TemplateChoice.AUTO;
        system.setDisable(!templated);
        systemValue.setText(
                context.state().system().get().map(ReadingBar::shortened).orElse("template’s own"));
        showing = false;
    }

    private boolean hasTemplate() {
        return context.state().model().get().flatMap(OpenModel::template).isPresent();
    }

    private String words(TemplateChoice choice) {
        if (choice == TemplateChoice.NONE) {
            return "none, plain text";
        }
        Optional<OpenModel> open = context.state().model().get();
        if (open.isEmpty()) {
            return "the model’s (auto)";
        }
        return open.get()
                .template()
                .map(t -> t.source().contains("<|im_start|>") ? "ChatML (auto)" : "the model’s (auto)")
                .orElse("none in this model (auto)");
    }

    private String words(int offset) {
        boolean own = model.draft()
                .get()
                .map(d -> d.set().kind().readToken() == offset)
                .orElse(false);
        String place = offset == -1 ? ", last" : own ? ", the letter" : "";
        return "−" + -offset + place;
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= 24 ? line : line.substring(0, 23) + "…";
    }

    private VBox systemEditor() {
        TextArea area = new TextArea(context.state().system().get().orElse(""));
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.setPrefColumnCount(32);
        area.setPromptText("Leave empty for what the template writes by itself");
        area.setAccessibleText("System text");
        Button use = Buttons.primary("Use", Feather.CHECK, () -> model.system(area.getText()));
        Button own = Buttons.button("Template’s own", Feather.ROTATE_CCW, () -> {
            area.clear();
            model.system("");
        });
        return Css.with(
                new VBox(
                        Css.with(new Label("System text of every pair"), Css.CARD_TITLE),
                        area,
                        Css.with(new HBox(use, own), Css.GAP_8)),
                Css.GAP_8,
                Css.PAD_12);
    }
}
