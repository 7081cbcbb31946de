package org.vectorscope.ui.contrast;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.contrast.ContrastSet;
import org.vectorscope.contrast.ContrastSet.Pair;
import org.vectorscope.contrast.Draft;
import org.vectorscope.figure.Recipe;
import org.vectorscope.ui.common.Command;
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
import org.vectorscope.ui.control.ScreenHeader;

/** The pairs a vector is made of: as a table, as the model sees them, and what is worth a look in them. */
public final class ContrastScreen implements Screen {
    /** Height of the lower cards, in pixels at the normal text size. */
    private static final double LOWER_PART = 252;

    /** The most of the screen's height that they take. */
    private static final double LOWER_SHARE = 0.42;

    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final KeyCombination REDO_TOO = new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final ScreenContext context;
    private final ContrastViewModel model;
    private final ContrastFilesDialog files;
    private final PairTable table;
    private final ReadingBar bar;
    private final TokenCard tokens;
    private final ChecksCard checks;
    private final SimpleObjectProperty<Boolean> ready = new SimpleObjectProperty<>(false);
    private final StackPane root = new StackPane();
    private int selected;

    public ContrastScreen(ScreenContext context) {
        this.context = context;
        this.model = new ContrastViewModel(context);
        this.files = new ContrastFilesDialog(model);
        this.table = new PairTable(model.rows(), model::use);
        table.follow(context.appearance().scale());
        this.bar = new ReadingBar(context, model);
        this.tokens = new TokenCard(() -> step(-1), () -> step(1));
        this.checks = new ChecksCard(table::select, pairs -> model.use(pairs, false));
        table.onSelected(row -> {
            if (row != null) {
                selected = row.index();
                showTokens();
            }
        });
        model.filled().addListener((o, was, is) -> keepSelection());
        model.facts().reading().subscribe(checks::show);
        context.state()
                .vectorFreshness()
                .subscribe(f -> ready.set(context.commands().canExtract()));
        PairMenu.install(table, model, this::edit);
        model.draft().subscribe(draft -> {
            draft.ifPresent(now -> table.fit(now.set().kind()));
            fill(draft.isPresent());
        });
        keepSelection();
    }

    private void fill(boolean present) {
        if (present != (root.getChildren().size() == 1 && !(root.getChildren().getFirst() instanceof EmptyState))
                || root.getChildren().isEmpty()) {
            root.getChildren().setAll(present ? whole() : empty());
        }
    }

    private Node whole() {
        HBox lower = Css.with(new HBox(tokens.node(), checks.node()), Css.GAP_12);
        HBox.setHgrow(tokens.node(), Priority.ALWAYS);
        ((Region) tokens.node()).prefWidthProperty().bind(lower.widthProperty().multiply(0.64));
        ((Region) checks.node()).prefWidthProperty().bind(lower.widthProperty().multiply(0.36));
        lower.prefHeightProperty()
                .bind(Bindings.min(
                        context.appearance().scale().multiply(LOWER_PART),
                        root.heightProperty().multiply(LOWER_SHARE)));
        lower.minHeightProperty().bind(lower.prefHeightProperty());
        lower.maxHeightProperty().bind(lower.prefHeightProperty());
        VBox framed = Css.with(new VBox(table), Css.CARD, "flush");
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox.setVgrow(framed, Priority.ALWAYS);
        framed.setMinHeight(0);
        return Css.with(new VBox(header(), bar, new InlineError(model.failure()), framed, lower), Css.SCREEN);
    }

    private ScreenHeader header() {
        Button export = Buttons.button("Export", Feather.SHARE, () -> {});
        export.setOnAction(e -> files.exportMenu(export));
        Button extract = Buttons.primary("Extract vector", Feather.PLAY, this::extract);
        extract.disableProperty().bind(Bindings.createBooleanBinding(() -> !ready.get(), ready));
        ScreenHeader header = new ScreenHeader(
                "Contrast",
                Buttons.button("Add", Feather.PLUS, this::add),
                Buttons.button("Paste", Feather.CLIPBOARD, this::paste),
                Buttons.button("Import", Feather.LOG_IN, () -> files.importInto(root)),
                export,
                extract);
        model.draft().subscribe(draft -> header.about()
                .setText(draft.map(ContrastScreen::about).orElse("")));
        return header;
    }

    private static String about(Draft draft) {
        return draft.set().name() + " · " + Formats.count(draft.used()) + " of "
                + Formats.count(draft.size(), "pair", "pairs") + " in use";
    }

    private Node empty() {
        List<ContrastSet> samples = context.lab().contrasts().samples();
        Button sample =
                Buttons.primary("Use “" + samples.getFirst().name() + "”", Feather.PLAY, () -> context.commands()
                        .use(samples.getFirst()));
        return new EmptyState(
                Feather.COLUMNS,
                "No contrast set yet",
                "Pairs of texts that differ in one trait make a vector. Take one of the " + samples.size()
                        + " samples, import your own, or drop a file here.",
                sample,
                Buttons.button("Import", Feather.LOG_IN, () -> files.importInto(root)),
                Buttons.button("Paste", Feather.CLIPBOARD, this::paste),
                Buttons.button("Write one", Feather.PLUS, this::add));
    }

    private void extract() {
        context.commands().extract();
        context.shell().goTo(ScreenId.VECTOR);
    }

    private void add() {
        context.shell()
                .showDialog(PairEditor.dialog(
                        "New pair",
                        new Pair("", "", ""),
                        context.shell()::closeDialog,
                        pair -> model.add(List.of(pair))));
    }

    private void edit(PairRow row) {
        context.shell()
                .showDialog(PairEditor.dialog(
                        "Pair " + row.number(),
                        row.pair(),
                        context.shell()::closeDialog,
                        pair -> model.replace(row.index(), pair)));
    }

    private void paste() {
        String text = Clipboard.getSystemClipboard().getString();
        if (text == null || text.isBlank()) {
            context.shell().say("The clipboard has no text.");
            return;
        }
        int pasted = model.paste(text);
        if (pasted > 0) {
            context.shell().say("Pasted " + Formats.count(pasted, "pair", "pairs") + ".");
        }
    }

    private void step(int by) {
        int at = table.getSelectionModel().getSelectedIndex();
        int next = Math.clamp(at + (long) by, 0, Math.max(0, table.getItems().size() - 1));
        table.getSelectionModel().clearAndSelect(next);
        table.scrollTo(Math.max(0, next - 2));
    }

    private void keepSelection() {
        if (table.selectedPairs().isEmpty()) {
            table.select(selected);
            if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
                table.getSelectionModel().clearAndSelect(0);
            }
        }
        showTokens();
    }

    private void showTokens() {
        Optional<PairRow> row = model.rows().stream()
                .filter(candidate -> candidate.index() == selected)
                .findFirst();
        tokens.show(
                row,
                context.state().model().get().flatMap(open -> open.checkpoint().tokenizer()),
                model.readToken());
    }

    @Override
    public void key(KeyEvent event) {
        if (UNDO.match(event)) {
            model.undo();
        } else if (REDO.match(event) || REDO_TOO.match(event)) {
            model.redo();
        } else if (PASTE.match(event)) {
            paste();
        } else if (FIND.match(event)) {
            bar.find();
        } else {
            return;
        }
        event.consume();
    }

    @Override
    public ScreenId id() {
        return ScreenId.CONTRAST;
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public Optional<MainAction> mainAction() {
        return Optional.of(new MainAction("Extract vector", ready, this::extract));
    }

    @Override
    public ObservableValue<Explanation> explanation() {
        return Bindings.createObjectBinding(
                () -> model.draft()
                        .get()
                        .map(draft -> ContrastWords.explanation(
                                draft, context.state().layer().get()))
                        .orElse(Explanation.of(
                                "Contrast pairs",
                                "A vector comes from pairs of texts that differ in one trait and agree in all else.")),
                model.draft(),
                context.state().layer());
    }

    @Override
    public ObservableValue<Recipe> recipe() {
        return Bindings.createObjectBinding(
                () -> model.draft()
                        .get()
                        .map(draft -> ContrastWords.recipe(draft, context.state(), model.readToken()))
                        .orElse(Recipe.NONE),
                model.draft(),
                context.state().layer(),
                context.state().template(),
                context.state().system(),
                context.state().readToken(),
                context.state().model());
    }

    @Override
    public ObservableValue<Optional<Freshness>> freshness() {
        return Bindings.createObjectBinding(() -> model.draft().get().map(draft -> Freshness.FRESH), model.draft());
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command("Add a pair", "", this::add),
                new Command("Paste pairs", "Ctrl+V", this::paste),
                new Command("Import a contrast set", "", () -> files.importInto(root)),
                new Command("Undo in the contrast set", "Ctrl+Z", model::undo),
                new Command("Redo in the contrast set", "Ctrl+Shift+Z", model::redo));
    }
}
