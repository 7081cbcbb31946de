package org.vectorscope.ui.contrast;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.Draft;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.InlineError;

/** A dialog for one pair. */
final class PairEditor {
    private static final double WIDTH = 560;

    private final TextArea prompt;
    private final TextArea positive;
    private final TextArea negative;
    private final ObjectProperty<Optional<Failure>> failure = new SimpleObjectProperty<>(Optional.empty());
    private final Runnable close;

    private PairEditor(Pair pair, Runnable close) {
        this.prompt = area(
                pair.prompt(), pair.prompt().contains("\n") ? 6 : 3, "Question; empty where the texts stand alone");
        this.positive = area(pair.positive(), 2, "Positive side");
        this.negative = area(pair.negative(), 2, "Negative side");
        this.close = close;
    }

    /** @param done gets the pair once it is one; the dialog is closed before */
    static Region dialog(String title, Pair pair, Runnable close, Consumer<Pair> done) {
        PairEditor editor = new PairEditor(pair, close);
        Button save = Buttons.primary("Save pair", Feather.CHECK, () -> editor.save(done));
        save.setDefaultButton(true);
        Button cancel = Buttons.button("Cancel", Feather.X, close);
        cancel.setCancelButton(true);
        VBox box =
                new VBox(
                        Css.with(new Label(title), Css.CARD_TITLE),
                        field("Question", "", editor.prompt),
                        field("Positive", "positive-ink", editor.positive),
                        field("Negative", "negative-ink", editor.negative),
                        new InlineError(editor.failure),
                        Css.with(new HBox(cancel, save), "dialog-foot")) {
                    @Override
                    public void requestFocus() {
                        editor.prompt.requestFocus();
                    }
                };
        box.getStyleClass().add("dialog-box");
        box.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        box.setPrefWidth(WIDTH);
        return box;
    }

    private void save(Consumer<Pair> done) {
        Pair pair = new Pair(prompt.getText(), positive.getText(), negative.getText());
        Optional<String> fault = Draft.fault(pair);
        failure.set(fault.map(words -> new Failure("This is no pair yet: " + words + ".", "")));
        if (fault.isEmpty()) {
            close.run();
            done.accept(pair);
        }
    }

    private static VBox field(String name, String ink, TextArea area) {
        Label label = Css.with(new Label(name), Css.SMALL, Css.STRONG);
        if (!ink.isEmpty()) {
            label.getStyleClass().add(ink);
        }
        label.setLabelFor(area);
        return Css.with(new VBox(label, area), Css.GAP_4);
    }

    private static TextArea area(String text, int rows, String words) {
        TextArea area = new TextArea(text);
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        area.setPromptText(words);
        area.setAccessibleText(words);
        return area;
    }
}
