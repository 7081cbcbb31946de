package org.vectorscope.ui.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.checkpoint.hub.ModelEntry;
import org.vectorscope.figure.Recipe;
import org.vectorscope.ui.common.Command;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Explanation;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.MainAction;
import org.vectorscope.ui.common.Screen;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.EmptyState;
import org.vectorscope.ui.control.InlineError;
import org.vectorscope.ui.control.MarginScroll;
import org.vectorscope.ui.control.ScreenHeader;
import org.vectorscope.ui.control.TwoParts;

/** The Model screen. */
public final class ModelView implements Screen {
    private static final String STYLES = "model.css";

    private final ModelViewModel model;
    private final PrecisionViewModel precisions;
    private final ModelWords words;
    private final VBox node = Css.with(new VBox(), Css.SCREEN);

    public ModelView(ScreenContext context) {
        model = new ModelViewModel(context);
        precisions = new PrecisionViewModel(model);
        words = new ModelWords(model);
        node.getStylesheets()
                .add(Objects.requireNonNull(ModelView.class.getResource(STYLES), STYLES)
                        .toExternalForm());
        ScreenHeader header = new ScreenHeader("Model", Buttons.button("Rescan", Feather.REFRESH_CW, model::rescan));
        model.entries().subscribe(entries -> header.about().setText(counted(entries)));
        HBox both = Css.with(new HBox(new ModelList(model), right()), Css.GAP_12);
        VBox.setVgrow(both, Priority.ALWAYS);
        node.getChildren()
                .addAll(
                        header,
                        new InlineError(model.failure()),
                        new InlineError(context.commands().modelFailure()),
                        both);
    }

    private static String counted(List<ModelEntry> entries) {
        long runnable = entries.stream().filter(ModelEntry::runnable).count();
        return entries.isEmpty() ? "" : entries.size() + " on this machine, " + runnable + " can run here";
    }

    private Node right() {
        VBox numbers = Css.with(
                new VBox(new FactsCard(model), new PrecisionCard(precisions), new MemoryCard(model)), Css.GAP_8);
        VBox texts = Css.with(new VBox(new TemplateCard(model), new TokensCard(model)), Css.GAP_8);
        TwoParts cards = Css.with(
                new TwoParts(numbers, texts, model.context().appearance().scale()), Css.GAP_8, "model-cards");
        MarginScroll scroll = new MarginScroll(cards);
        EmptyState empty = new EmptyState(
                Feather.CPU,
                "No model on this machine yet",
                "The starter model, SmolLM2-135M-Instruct, is about 100 MB and shows everything the lab can do. Or fetch one "
                        + "by its name, add a folder, or drop a model on the window.",
                Buttons.primary("Fetch and load the starter model", Feather.DOWNLOAD, model::loadStarter));
        VBox right = new VBox(scroll, empty);
        VBox.setMargin(scroll, new Insets(0, -MarginScroll.OUT, 0, 0));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(empty, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        ObservableValue<Boolean> none = Bindings.createBooleanBinding(
                () -> model.listed().get() && model.entries().get().isEmpty(), model.listed(), model.entries());
        none.subscribe(nothing -> {
            only(empty, nothing);
            only(scroll, !nothing);
        });
        return right;
    }

    private static void only(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    @Override
    public ScreenId id() {
        return ScreenId.MODEL;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Optional<MainAction> mainAction() {
        ObservableValue<Boolean> ready = Bindings.createBooleanBinding(
                () -> model.selected()
                                .get()
                                .filter(ModelEntry::runnable)
                                .filter(e -> !model.isSettled(e))
                                .isPresent()
                        && model.opening().get().isEmpty(),
                model.selected(),
                model.opening(),
                model.context().state().model(),
                model.context().state().precision());
        return Optional.of(
                new MainAction("Load", ready, () -> model.selected().get().ifPresent(model::load)));
    }

    @Override
    public ObservableValue<Explanation> explanation() {
        return words.explanation();
    }

    @Override
    public ObservableValue<Recipe> recipe() {
        return words.recipe();
    }

    @Override
    public void replay() {
        model.rescan();
    }

    @Override
    public ObservableValue<Optional<Freshness>> freshness() {
        return model.context()
                .state()
                .model()
                .map(open -> Optional.of(open.isPresent() ? Freshness.FRESH : Freshness.MISSING));
    }

    @Override
    public void shown() {
        if (!model.listed().get()) {
            model.rescan();
        }
    }

    @Override
    public boolean cancel() {
        Optional<Runnable> stop = model.opening().get().map(job -> job::cancel);
        stop.ifPresent(Runnable::run);
        return stop.isPresent() || precisions.cancel();
    }

    @Override
    public List<Command> commands() {
        return model.entries().get().stream()
                .filter(ModelEntry::runnable)
                .map(entry -> new Command("Load " + entry.name(), entry.source().words(), () -> model.load(entry)))
                .toList();
    }
}
