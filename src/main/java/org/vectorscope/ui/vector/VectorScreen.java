package org.vectorscope.ui.vector;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.figure.Recipe;
import org.vectorscope.ui.common.Command;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Explanation;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.MainAction;
import org.vectorscope.ui.common.Screen;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.ChartCard;
import org.vectorscope.ui.control.ChartTools;
import org.vectorscope.ui.control.InlineError;
import org.vectorscope.ui.control.ScreenHeader;
import org.vectorscope.ui.control.Segmented;
import org.vectorscope.vector.ExtractionMethod;

/** Per layer: length, agreement, separation, stability; the recommended layer and why; the vectors that are kept. */
public final class VectorScreen implements Screen {
    private static final Explanation PREDICTORS = Explanation.of(
                    "Predictors before generation",
                    "Agreement: how well each pair’s difference points along the mean of the others. AUC: how well"
                            + " held-out texts of the two sides separate along v. Stability: cosine of v with itself"
                            + " when the pairs are redrawn.",
                    "High agreement with a stable v is what predicts a vector that steers. It does not prove it: run"
                            + " Side by side.")
            .formula("v = mean(h⁺ − h⁻)", "agreement = meanᵢ cos(Δᵢ, v₋ᵢ)")
            .source("Understanding (un)reliability of steering vectors, arXiv 2505.22637");

    private static final Explanation SWEEP = Explanation.of(
                    "Layer × strength",
                    "Propensity: the logit of the matching answer’s letter minus that of the other, mean over questions"
                            + " that had no part in the vector. Each column is steered at one layer, each row by one"
                            + " multiple of its vector; the row 0 is the unsteered model.",
                    "A vector that steers makes the top of its column bluer than the bottom: a slope above 0. Colour"
                            + " starts at the unsteered propensity. Where the interval of the best slope holds 0,"
                            + " nothing was found, whatever the colours look like.")
            .formula("m(x, α) = logit(y⁺) − logit(y⁻)", "slope = least squares of m over α")
            .source("Analysing the generalisation and reliability of steering vectors, arXiv 2407.12404");

    /** In pixels at the normal text size. */
    private static final double LEAST_CHART = 200;

    private enum View {
        PREDICTORS("Per layer"),
        SWEEP("Sweep");

        private final String words;

        View(String words) {
            this.words = words;
        }
    }

    private final ScreenContext context;
    private final LabState state;
    private final VectorViewModel model;
    private final SweepViewModel sweeps;
    private final MainAction extract;
    private final MainAction sweep;
    private final Segmented<View> view = new Segmented<>(List.of(View.values()), v -> v.words, View.PREDICTORS);
    private final ObservableValue<Boolean> sweeping;
    private final ObjectBinding<Recipe> recipe;
    private final VBox node;

    public VectorScreen(ScreenContext context) {
        this.context = context;
        this.state = context.state();
        this.model = new VectorViewModel(context);
        this.sweeping = state.sweeping();
        state.sweeping().subscribe(is -> view.value().set(is ? View.SWEEP : View.PREDICTORS));
        view.value().subscribe(v -> state.sweeping().set(v == View.SWEEP));
        ObservableValue<Boolean> ready = state.vectorFreshness()
                .map(freshness -> freshness != Freshness.MISSING && freshness != Freshness.RUNNING);
        this.extract = new MainAction("Extract", ready, context.commands()::extract);
        this.sweeps = new SweepViewModel(context);
        this.sweep = new MainAction("Sweep", sweeps.ready(), sweeps::run);
        this.recipe = Bindings.createObjectBinding(this::recipeInSight, view.value(), model.recipe(), sweeps.shown());
        VBox predictors = new VBox(chart(), bar(), bottom());
        predictors.getStyleClass().add("predictors");
        SweepPane map = new SweepPane(sweeps, context);
        predictors.visibleProperty().bind(sweeping.map(is -> !is));
        map.visibleProperty().bind(sweeping);
        StackPane middle = new StackPane(predictors, map);
        VBox.setVgrow(middle, Priority.ALWAYS);
        this.node = Css.with(new VBox(header(), problem(), middle), Css.SCREEN);
        node.getStylesheets()
                .add(Objects.requireNonNull(VectorScreen.class.getResource("vector.css"))
                        .toExternalForm());
    }

    private Node header() {
        Segmented<ExtractionMethod> method = methods();
        Button run = Buttons.primary("Extract", Feather.PLAY, extract.run());
        run.disableProperty().bind(extract.ready().map(is -> !is));
        run.textProperty()
                .bind(state.vectorFreshness()
                        .map(f -> f.isCurrent() && state.imported().get().isEmpty() ? "Extract again" : "Extract"));
        run.visibleProperty().bind(sweeping.map(is -> !is));
        run.managedProperty().bind(run.visibleProperty());
        ScreenHeader header = new ScreenHeader("Vector", view, method, run, sweepButton());
        header.about()
                .textProperty()
                .bind(Bindings.createStringBinding(this::about, state.pairsInUse(), state.imported()));
        return header;
    }

    /** None of them is in force beside a vector out of a file; choosing one brings the pairs' own back. */
    private Segmented<ExtractionMethod> methods() {
        Segmented<ExtractionMethod> method = new Segmented<>(
                List.of(ExtractionMethod.values()),
                VectorScreen::words,
                state.method().get());
        method.value().bindBidirectional(state.method());
        state.imported().subscribe(imported -> method.idle().set(imported.isPresent()));
        method.idle().addListener((o, was, is) -> {
            if (!is) {
                context.commands().use(method.value().get());
            }
        });
        return method;
    }

    private Button sweepButton() {
        Button button = Buttons.primary("Sweep", Feather.PLAY, sweep.run());
        button.disableProperty().bind(sweep.ready().map(is -> !is));
        button.textProperty().bind(sweeps.shown().map(shown -> shown.filter(
                        s -> !s.report().map().complete())
                .map(s -> "Resume")
                .orElse("Sweep")));
        button.visibleProperty().bind(sweeping);
        button.managedProperty().bind(sweeping);
        return button;
    }

    private static String words(ExtractionMethod method) {
        return method.title().substring(0, 1).toUpperCase(Locale.ROOT)
                + method.title().substring(1);
    }

    private String about() {
        if (state.imported().get().isPresent()) {
            return "imported: " + state.imported().get().get().name();
        }
        return state.pairsInUse()
                .get()
                .map(set -> set.name() + " · " + Formats.count(set.pairs().size(), "pair", "pairs"))
                .orElse("");
    }

    private Node problem() {
        return new InlineError(context.commands().vectorFailure());
    }

    private Node chart() {
        ChartCard card = new ChartCard("Per layer, all from one pass", tools());
        model.layers()
                .subscribe(figure -> figure.ifPresent(f -> card.show(f, f.subtitle() + " · nothing generated yet")));
        card.visibleProperty().bind(model.layers().map(Optional::isPresent));
        Waiting waiting = new Waiting(context, extract);
        waiting.visibleProperty().bind(card.visibleProperty().not());
        StackPane stack = new StackPane(waiting, card);
        stack.minHeightProperty().bind(context.appearance().scale().multiply(LEAST_CHART));
        stack.prefHeightProperty().bind(stack.minHeightProperty()); // what is left over goes to it
        VBox.setVgrow(stack, Priority.ALWAYS);
        return stack;
    }

    private Node bar() {
        return new RecommendationBar(model.recommendation(), model::useRecommendation);
    }

    private Node bottom() {
        SavedCard saved = new SavedCard(model, context);
        HBox.setHgrow(saved, Priority.ALWAYS);
        ChartCard cosines = new ChartCard("Cosine", tools());
        model.cosines().subscribe(figure -> figure.ifPresent(cosines::show));
        cosines.visibleProperty().bind(model.cosines().map(Optional::isPresent));
        cosines.managedProperty().bind(cosines.visibleProperty());
        cosines.getStyleClass().add("cosine-card");
        HBox bottom = Css.with(new HBox(saved, cosines), Css.GAP_8, "vector-bottom");
        return bottom;
    }

    private ChartTools tools() {
        return new ChartTools(context.shell(), context.jobs(), context.appearance());
    }

    @Override
    public ScreenId id() {
        return ScreenId.VECTOR;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Optional<MainAction> mainAction() {
        return Optional.of(view.value().get() == View.SWEEP ? sweep : extract);
    }

    @Override
    public ObservableValue<Explanation> explanation() {
        return sweeping.map(is -> is ? SWEEP : PREDICTORS);
    }

    @Override
    public ObservableValue<Recipe> recipe() {
        return recipe;
    }

    private Recipe recipeInSight() {
        return view.value().get() == View.SWEEP
                ? sweeps.shown().get().map(s -> s.figures().heat().recipe()).orElse(Recipe.NONE)
                : model.recipe().get();
    }

    @Override
    public ObservableValue<Optional<Freshness>> freshness() {
        return state.vectorFreshness().map(Optional::of);
    }

    @Override
    public void shown() {
        model.refresh();
        sweeps.lookUp();
    }

    @Override
    public boolean cancel() {
        return sweeps.cancel();
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("Use the recommended layer", "Vector", model::useRecommendation),
                new Command("Show the sweep", "Vector", () -> view.value().set(View.SWEEP)));
    }
}
