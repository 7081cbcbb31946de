package org.vectorscope.ui.sidebyside;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.figure.Recipe;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Explanation;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.MainAction;
import org.vectorscope.ui.common.Screen;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.EmptyState;
import org.vectorscope.ui.control.InlineError;
import org.vectorscope.ui.control.StrengthSlider;

/** The same prompt under no steering, the vector, its opposite, a perturbed and a random one: column by column. */
public final class SideBySideView implements Screen {
    private static final Explanation WORDS = Explanation.of(
                    "What the vector does",
                    "Each column is one arm: the same prompt and the same random numbers, with another vector added."
                            + " Tint is the cosine of the residual with v where each word was chosen, before v is added.",
                    "An effect counts only if it is larger than under a random push of the same length. A handful of"
                            + " samples is a hint, not a finding.")
            .formula("h′ = h + α · v at resid_post.ℓ", "KL = Σ p_arm log(p_arm / p_none)")
            .source("CAA: Rimsky et al. 2024, arXiv 2312.06681");

    /** Heads, feet and some lines of text between them, in pixels at the normal text size. */
    private static final double LEAST_COLUMNS = 340;

    private final ScreenContext context;
    private final SideBySideViewModel model;
    private final StrengthViewModel strength;
    private final StrengthSlider slider = new StrengthSlider();
    private final StackPane below = new StackPane();
    private final VBox root;

    public SideBySideView(ScreenContext context) {
        this.context = context;
        model = new SideBySideViewModel(context);
        strength = new StrengthViewModel(context);
        ControlsCard controls = new ControlsCard(model, context.shell());
        HBox.setHgrow(controls, Priority.ALWAYS);
        VBox strengthCard = Css.with(new VBox(slider), Css.CARD, "strength-card");
        VBox.setVgrow(below, Priority.ALWAYS);
        below.minHeightProperty().bind(context.appearance().scale().multiply(LEAST_COLUMNS));
        root = Css.with(
                new VBox(
                        Css.with(new HBox(controls, strengthCard), "control-cards"),
                        new InlineError(model.failure()),
                        new LegendLine(model),
                        below),
                Css.SCREEN,
                "side-by-side");
        ColumnGrid columns = new ColumnGrid(model, context.shell());
        model.columns().subscribe(c -> arrange(columns));
        model.freshness().subscribe(f -> arrange(columns));
        bindStrength();
    }

    private void bindStrength() {
        slider.scale()
                .bind(strength.meaning()
                        .flatMap(m -> context.state().vector().map(v -> m))
                        .map(m -> m.map(SideBySideView::scale).orElse(StrengthSlider.Scale.UNKNOWN)));
        slider.value().bindBidirectional(context.state().strength());
        model.settings().subscribe(settings -> measure());
        model.running().addListener((o, was, is) -> measure());
        model.onResult(strength::learn);
    }

    private void measure() {
        boolean inFront = root.getScene() != null;
        if (inFront && !model.running().get()) {
            model.settings().get().ifPresent(strength::measure);
        }
    }

    private static StrengthSlider.Scale scale(StrengthMeaning meaning) {
        return new StrengthSlider.Scale(
                meaning.most(),
                multiple -> Formats.plain(Math.round(100 * multiple * meaning.share()) / 100.0),
                multiple -> nats(meaning.kl().at(multiple)),
                meaning.breaksUpFrom());
    }

    private static String nats(double kl) {
        return kl < 0.995 ? Formats.plain(Math.round(100 * kl) / 100.0) : Formats.plain(Math.round(10 * kl) / 10.0);
    }

    /** Columns once something was run; before that, what is missing and the button for it. */
    private void arrange(ColumnGrid columns) {
        if (model.columns().get().isEmpty()) {
            below.getChildren().setAll(empty());
        } else if (!below.getChildren().contains(columns)) {
            below.getChildren().setAll(columns);
        }
    }

    private EmptyState empty() {
        if (context.state().model().get().isEmpty()) {
            return new EmptyState(
                    Feather.CPU,
                    "No model yet",
                    "Side by side needs a model to generate with.",
                    Buttons.primary("Choose a model", Feather.ARROW_RIGHT, () -> context.shell()
                            .goTo(ScreenId.MODEL)));
        }
        if (context.state().set().get().isEmpty()) {
            return new EmptyState(
                    Feather.COLUMNS,
                    "No contrast set yet",
                    "The vector is made from pairs of texts that differ in one trait.",
                    Buttons.primary("Choose a set", Feather.ARROW_RIGHT, () -> context.shell()
                            .goTo(ScreenId.CONTRAST)));
        }
        if (context.state().vector().get().isEmpty()) {
            return new EmptyState(
                    Feather.TRENDING_UP,
                    "No vector yet",
                    "Extract it from the pairs in use; all layers come from one pass.",
                    Buttons.primary("Extract the vector", Feather.PLAY, context.commands()::extract));
        }
        return new EmptyState(
                Feather.GRID,
                "Nothing was run yet",
                "Press Run or Ctrl+Enter: every arm answers the prompt at once, with the same random numbers.");
    }

    @Override
    public ScreenId id() {
        return ScreenId.SIDE_BY_SIDE;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<MainAction> mainAction() {
        return Optional.of(new MainAction("Run side by side", model.freshness().map(f -> model.canRun()), model::run));
    }

    @Override
    public ObservableValue<Explanation> explanation() {
        return new javafx.beans.property.SimpleObjectProperty<>(WORDS);
    }

    @Override
    public ObservableValue<Recipe> recipe() {
        return model.ranWith()
                .map(ran -> ran.map(r -> RecipeOf.settings(r, context)).orElse(Recipe.NONE));
    }

    @Override
    public ObservableValue<Optional<Freshness>> freshness() {
        return model.freshness().map(f -> f == Freshness.TO_COMPUTE ? Optional.empty() : Optional.of(f));
    }

    @Override
    public void shown() {
        model.lookUp();
        measure();
    }

    @Override
    public boolean cancel() {
        return model.stop();
    }

    @Override
    public boolean startsFolded() {
        return true;
    }
}
