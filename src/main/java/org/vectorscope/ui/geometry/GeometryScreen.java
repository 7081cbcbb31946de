package org.vectorscope.ui.geometry;

import java.io.File;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Recipe;
import org.vectorscope.geometry.ActivationGeometry.Source;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Explanation;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Freshness;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.MainAction;
import org.vectorscope.ui.common.Screen;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.control.ChartCard;
import org.vectorscope.ui.control.ChartTools;
import org.vectorscope.ui.control.InlineError;
import org.vectorscope.ui.control.MarginScroll;
import org.vectorscope.ui.control.ScreenHeader;
import org.vectorscope.ui.control.Segmented;
import org.vectorscope.ui.geometry.GeometryViewModel.Charts;
import org.vectorscope.ui.geometry.GeometryViewModel.Measured;

/** Norms, pair differences, covariance spectrum, the vector's place in it, and the same in words. */
public final class GeometryScreen implements Screen {
    /** Below this height of a row, in pixels at the normal text size, the charts scroll rather than shrink. */
    private static final double LEAST_ROW = 235;

    private final ScreenContext context;
    private final LabState state;
    private final GeometryViewModel model;
    private final JacobianViewModel jacobian;
    private final MainAction measure;
    private final ChartCard norms;
    private final ChartCard differences;
    private final ChartCard spectrum;
    private final ChartCard energy;
    private final ChartCard answers;
    private final ChartCard place;
    private final ObjectProperty<Explanation> explanation = new SimpleObjectProperty<>(Explanations.energy());
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.NONE);
    private final ObservableValue<Optional<Freshness>> freshness;
    private final VBox node;
    private ChartCard focused;

    public GeometryScreen(ScreenContext context) {
        this.context = context;
        this.state = context.state();
        this.model = new GeometryViewModel(context);
        this.jacobian = new JacobianViewModel(context, model);
        ChartTools tools = new ChartTools(context.shell(), context.jobs(), context.appearance());
        norms = new ChartCard("Activation norms", tools);
        differences = new ChartCard("Pair differences", tools);
        spectrum = new ChartCard("Spectrum", tools);
        energy = new ChartCard("Where v lies in it", tools);
        answers = new ChartCard("Jacobian spectrum", tools);
        place = new ChartCard("Where v lies in it", tools);
        focused = spectrum;
        ObservableValue<Boolean> ready = Bindings.createObjectBinding(
                () -> model.canMeasure() && !model.running().get(), state.vector(), state.layer(), model.running());
        freshness = Bindings.createObjectBinding(
                () -> Optional.of(freshnessNow()), model.measured(), model.running(), state.vector());
        measure = new MainAction("Measure", ready, model::measure);
        node = Css.with(new VBox(header(), new InlineError(model.failure()), middle()), Css.SCREEN);
        node.getStylesheets()
                .add(Objects.requireNonNull(GeometryScreen.class.getResource("geometry.css"))
                        .toExternalForm());
        wire();
    }

    private void wire() {
        differences.chart().setOnBar(model::select);
        new PairCallout(model, context, differences.chart());
        List.of(spectrum, answers).forEach(card -> card.chart().setOnThreshold(value -> model.threshold()
                .set(Math.clamp(value, ThresholdSlider.LOWEST, ThresholdSlider.HIGHEST))));
        model.charts().subscribe(charts -> charts.ifPresent(this::show));
        jacobian.charts().subscribe(charts -> charts.ifPresent(this::show));
        List.of(norms, differences, spectrum, energy, answers, place).forEach(card -> {
            card.focusWithinProperty().subscribe(in -> focus(card, in));
            card.setOnMousePressed(e -> focus(card, true));
        });
        focus(spectrum, true);
    }

    private void show(Charts charts) {
        boolean pairs = charts.differences().isPresent();
        norms.show(charts.norms(), pairs ? "both sides, read token" : "all tokens but the first");
        differences.setVisible(pairs);
        GridPane.setColumnSpan(norms, pairs ? 1 : 2);
        charts.differences().ifPresent(f -> differences.show(f, picked()));
        spectrum.show(charts.spectrum(), "drag the line");
        energy.show(charts.energy(), "linked to the threshold");
        explain();
    }

    private void show(JacobianViewModel.Charts charts) {
        answers.show(charts.spectrum(), "same threshold, of σ²");
        place.show(charts.energy(), "right singular vectors");
        explain();
    }

    private String picked() {
        return model.bars().get().isEmpty() ? "click a bar" : "one bar selected";
    }

    private void focus(ChartCard card, boolean in) {
        if (in) {
            focused.getStyleClass().remove("in-focus");
            focused = card;
            card.getStyleClass().add("in-focus");
            explain();
        }
    }

    private void explain() {
        Optional<Measured> measured = model.measured().get();
        Supplier<Explanation> words = focused == answers || focused == place
                ? Explanations::jacobian
                : focused == norms
                        ? Explanations::norms
                        : focused == differences
                                ? Explanations::differences
                                : focused == energy || measured.isEmpty()
                                        ? Explanations::energy
                                        : () -> Explanations.spectrum(
                                                measured.get().geometry());
        explanation.set(words.get());
        recipe.set(measured.flatMap(m -> focused.chart().figure())
                .map(Figure::recipe)
                .orElse(Recipe.NONE));
    }

    private Node header() {
        Segmented<Source> source = new Segmented<>(
                List.of(Source.PAIRS, Source.CORPUS), s -> s == Source.PAIRS ? "Pairs" : "Corpus…", Source.PAIRS);
        source.value().addListener((o, was, is) -> choose(source, is));
        model.corpus().subscribe(file -> source.value().set(file.isPresent() ? Source.CORPUS : Source.PAIRS));
        ScreenHeader header = new ScreenHeader("Geometry", source, new ThresholdSlider(model.threshold()));
        header.about()
                .textProperty()
                .bind(Bindings.createStringBinding(this::about, model.measured(), state.layer(), state.model()));
        return header;
    }

    private String about() {
        if (state.layer().get() < 0) {
            return "";
        }
        return "layer " + state.layer().get()
                + model.measured()
                        .get()
                        .map(m -> " · n = "
                                + Formats.count(m.geometry().basis().spectrum().n()) + " · d = "
                                + Formats.count(m.geometry().basis().spectrum().d())
                                + m.corpus()
                                        .map(file -> " · " + file.getFileName())
                                        .orElse(""))
                        .orElse("");
    }

    private void choose(Segmented<Source> source, Source chosen) {
        if (chosen == (model.corpus().get().isPresent() ? Source.CORPUS : Source.PAIRS)) {
            return; // it follows what was put in force elsewhere
        }
        if (chosen == Source.PAIRS) {
            model.corpus().set(Optional.empty());
            return;
        }
        if (model.corpus().get().isPresent()) {
            return; // put in force elsewhere
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle("A text file, one document a line");
        Optional<File> file =
                Optional.ofNullable(chooser.showOpenDialog(node.getScene().getWindow()));
        if (file.isPresent()) {
            model.corpus().set(file.map(File::toPath));
        } else if (model.corpus().get().isEmpty()) {
            source.value().set(Source.PAIRS);
        }
    }

    private Node middle() {
        GridPane covariance = pairs(2);
        covariance.addRow(0, norms, differences);
        covariance.addRow(1, spectrum, energy);
        GridPane effect = pairs(1);
        effect.addRow(0, answers, place);
        ObservableValue<Boolean> known = jacobian.charts().map(Optional::isPresent);
        effect.visibleProperty().bind(known);
        effect.managedProperty().bind(known);
        VBox.setVgrow(covariance, Priority.ALWAYS);
        VBox.setVgrow(effect, Priority.ALWAYS);
        VBox all = Css.with(
                new VBox(covariance, new WordsCard(model, jacobian), new JacobianCards(jacobian), effect), Css.GAP_8);
        all.visibleProperty().bind(model.measured().map(Optional::isPresent));
        Waiting waiting = new Waiting(model, context);
        waiting.visibleProperty().bind(all.visibleProperty().not());
        MarginScroll scroll = new MarginScroll(all);
        scroll.setFitToHeight(true);
        scroll.visibleProperty().bind(all.visibleProperty());
        StackPane.setMargin(scroll, new Insets(0, -MarginScroll.OUT, 0, 0));
        StackPane stack = new StackPane(waiting, scroll);
        VBox.setVgrow(stack, Priority.ALWAYS);
        return stack;
    }

    /** Rows of two charts. */
    private GridPane pairs(int rows) {
        GridPane grid = Css.with(new GridPane(), "geometry-grid");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(50);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setVgrow(Priority.ALWAYS);
            row.minHeightProperty().bind(context.appearance().scale().multiply(LEAST_ROW));
            grid.getRowConstraints().add(row);
        }
        return grid;
    }

    @Override
    public ScreenId id() {
        return ScreenId.GEOMETRY;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Optional<MainAction> mainAction() {
        return Optional.of(measure);
    }

    @Override
    public ObservableValue<Explanation> explanation() {
        return explanation;
    }

    @Override
    public ObservableValue<Recipe> recipe() {
        return recipe;
    }

    @Override
    public ObservableValue<Optional<Freshness>> freshness() {
        return freshness;
    }

    private Freshness freshnessNow() {
        if (model.running().get()) {
            return Freshness.RUNNING;
        }
        return model.measured()
                .get()
                .map(m -> m.outcome().cached() ? Freshness.CACHED : Freshness.FRESH)
                .orElse(model.canMeasure() ? Freshness.TO_COMPUTE : Freshness.MISSING);
    }

    @Override
    public void shown() {
        model.shown();
    }

    @Override
    public boolean cancel() {
        return model.cancel() || jacobian.cancel();
    }
}
