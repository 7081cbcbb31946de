package org.vectorscope.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.common.VectorInForce;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.vector.ExtractionMethod;

/** What the chips open. */
final class Pickers {
    private final ScreenContext context;
    private final LabState state;
    private final Popovers popovers;

    Pickers(ScreenContext context, Popovers popovers) {
        this.context = context;
        this.state = context.state();
        this.popovers = popovers;
    }

    Node models() {
        SearchableComboBox<String> names = new SearchableComboBox<>();
        names.setPromptText("Looking for models");
        names.setMaxWidth(Double.MAX_VALUE);
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Listing models",
                        monitor -> context.lab().models().list(),
                        found -> offer(
                                names,
                                found.stream().filter(ModelEntry::runnable).toList()),
                        failure -> names.setPromptText(failure.sentence()));
        return picker(
                title("Model"),
                names,
                item(Feather.DOWNLOAD_CLOUD, "Starter model, SmolLM2-135M-Instruct", () -> context.commands()
                        .openModel("starter")),
                elsewhere("All models", ScreenId.MODEL));
    }

    private void offer(SearchableComboBox<String> names, List<ModelEntry> models) {
        names.getItems().setAll(models.stream().map(ModelEntry::name).toList());
        names.setPromptText(Formats.count(models.size(), "model", "models") + " can run here");
        names.setOnAction(e -> models.stream()
                .filter(m -> m.name().equals(names.getValue()))
                .findFirst()
                .ifPresent(m -> choose(() -> context.commands().openModel(m.reference()))));
    }

    Node sets() {
        VBox box = picker(title("Contrast set"));
        for (ContrastSet set : context.lab().contrasts().samples()) {
            String words = set.title() + ", " + Formats.count(set.pairs().size(), "pair", "pairs");
            box.getChildren()
                    .add(choice(isInUse(set), words, () -> context.commands().use(set)));
        }
        box.getChildren().add(elsewhere("Own sets, import, edit", ScreenId.CONTRAST));
        return box;
    }

    private boolean isInUse(ContrastSet set) {
        return state.set().get().filter(now -> now.name().equals(set.name())).isPresent();
    }

    Node layers() {
        VBox box = picker(title("Layer"));
        state.vector().get().flatMap(VectorInForce::recommendation).ifPresent(recommended -> {
            int best = recommended.layer();
            box.getChildren().add(item(Feather.STAR, "Layer " + best + ", recommended", () -> state.layer()
                    .set(best)));
        });
        VBox all = new VBox();
        int blocks = state.model()
                .get()
                .map(open -> open.checkpoint().config().layers())
                .orElse(0);
        for (int layer = 0; layer < blocks; layer++) {
            int chosen = layer;
            all.getChildren().add(choice(layer == state.layer().get(), layerWords(layer), () -> state.layer()
                    .set(chosen)));
        }
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(20 * context.appearance().scale().get() * 13);
        box.getChildren().add(blocks == 0 ? Css.with(new Label("Load a model first."), Css.MUTED) : scroll);
        return box;
    }

    private String layerWords(int layer) {
        return "Layer " + layer
                + state.vector()
                        .get()
                        .flatMap(v -> v.at(layer))
                        .filter(r -> Double.isFinite(r.auc()))
                        .map(r -> "   agreement " + Formats.two(r.meanCosine()) + ", AUC " + Formats.two(r.auc()))
                        .orElse("");
    }

    Node methods() {
        VBox box = picker(title("Vector"));
        state.imported().get().ifPresent(saved -> box.getChildren()
                .add(choice(true, saved.name() + ", imported", () -> {})));
        for (ExtractionMethod method : List.of(ExtractionMethod.values())) {
            boolean inForce =
                    state.imported().get().isEmpty() && method == state.method().get();
            box.getChildren().add(choice(inForce, method.title(), () -> context.commands()
                    .use(method)));
        }
        Button extract = Buttons.primary("Extract", Feather.PLAY, () -> choose(context.commands()::extract));
        extract.setDisable(!context.commands().canExtract());
        box.getChildren().addAll(extract, elsewhere("Saved vectors", ScreenId.VECTOR));
        return box;
    }

    private static VBox picker(Node... content) {
        return Css.with(new VBox(content), "picker");
    }

    private static Label title(String words) {
        return Css.with(new Label(words), Css.CARD_TITLE);
    }

    private Button item(Feather icon, String words, Runnable action) {
        Button button = Css.with(new Button(words, Css.with(Icons.small(icon), Css.MUTED)), "picker-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> choose(action));
        return button;
    }

    /** One of several, with a check at the one in force. */
    private Button choice(boolean inForce, String words, Runnable action) {
        Button button = item(Feather.CHECK, words, action);
        button.getGraphic().setOpacity(inForce ? 1 : 0);
        button.setAccessibleText(inForce ? words + ", in force" : words);
        return button;
    }

    private Button elsewhere(String words, ScreenId screen) {
        return item(Feather.ARROW_RIGHT, words, () -> context.shell().goTo(screen));
    }

    private void choose(Runnable action) {
        popovers.close();
        action.run();
    }
}
