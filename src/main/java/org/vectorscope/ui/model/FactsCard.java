package org.vectorscope.ui.model;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.checkpoint.hub.ModelSource;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.Tag;

/** What the selected model is, and the buttons that load it. */
final class FactsCard extends VBox {
    private static final int COLUMNS = 4;

    private final ModelViewModel model;
    private final Label name = Css.with(new Label(), "model-name");
    private final Tag loaded = new Tag("loaded", Css.ACCENT);
    private final HBox actions = Css.with(new HBox(), Css.GAP_8);
    private final Label why = new Label();
    private final GridPane facts = Css.with(new GridPane(), "model-facts");

    FactsCard(ModelViewModel model) {
        this.model = model;
        getStyleClass().add(Css.CARD);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        actions.setMinWidth(Region.USE_PREF_SIZE);
        why.setWrapText(true);
        why.getStyleClass().addAll(Css.SMALL, Css.WARNING);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints quarter = new ColumnConstraints();
            quarter.setPercentWidth(100.0 / COLUMNS);
            facts.getColumnConstraints().add(quarter);
        }
        getChildren().addAll(Css.with(new HBox(name, loaded, spring, actions), Css.CARD_HEADER), why, facts);
        model.selected().subscribe(entry -> show());
        model.details().subscribe(details -> show());
        model.opening().subscribe(job -> show());
        model.context().state().model().subscribe(open -> show());
        model.context().state().precision().subscribe(chosen -> show());
    }

    private void show() {
        Optional<ModelEntry> entry = model.selected().get();
        setVisible(entry.isPresent());
        setManaged(entry.isPresent());
        entry.ifPresent(this::show);
    }

    private void show(ModelEntry entry) {
        name.setText(entry.name());
        boolean inForce = model.isInForce(entry);
        boolean opening = model.isOpening(entry);
        loaded.setVisible(inForce || opening);
        loaded.setManaged(inForce || opening);
        loaded.setText(
                opening ? "loading" : "loaded · " + model.precision(entry).word());
        why.setText(entry.why() == null ? "" : "Cannot run here: " + entry.why());
        why.setVisible(!entry.runnable());
        why.setManaged(!entry.runnable());
        actions.getChildren().setAll(buttons(entry));
        showFacts(model.details()
                .get()
                .map(details -> details.facts(model.precision(entry)))
                .orElseGet(() -> unopened(entry)));
    }

    private List<Button> buttons(ModelEntry entry) {
        Button file =
                Buttons.button("Show file", Feather.FOLDER, () -> FileManager.show(entry.path(), model.context()));
        Button main = model.isSettled(entry)
                ? Buttons.button("Unload", Feather.POWER, model::unload)
                : Buttons.primary("Load", Feather.PLAY, () -> model.load(entry));
        main.setDisable(model.opening().get().isPresent() || !entry.runnable());
        if (entry.source() != ModelSource.ADDED) {
            return List.of(file, main);
        }
        return List.of(Buttons.button("Take off the list", Feather.X, () -> model.forget(entry)), file, main);
    }

    private static List<ModelDetails.Fact> unopened(ModelEntry entry) {
        return List.of(
                new ModelDetails.Fact("Family", entry.family().isEmpty() ? "not said" : entry.family()),
                new ModelDetails.Fact("Format", entry.format().isEmpty() ? "not known" : entry.format()),
                new ModelDetails.Fact("dtype", entry.dtype().isEmpty() ? "not said" : entry.dtype()),
                new ModelDetails.Fact("File", Formats.bytes(entry.bytes())));
    }

    private void showFacts(List<ModelDetails.Fact> shown) {
        facts.getChildren().clear();
        for (int i = 0; i < shown.size(); i++) {
            Label what = Css.with(new Label(shown.get(i).name()), Css.HINT);
            Label value = Css.with(new Label(shown.get(i).value()), Css.SMALL);
            facts.add(new VBox(what, value), i % COLUMNS, i / COLUMNS);
        }
    }
}
