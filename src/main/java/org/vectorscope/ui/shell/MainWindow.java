package org.vectorscope.ui.shell;

import atlantafx.base.controls.ModalPane;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.common.Appearance;
import org.vectorscope.ui.common.Command;
import org.vectorscope.ui.common.FxJobs;
import org.vectorscope.ui.common.LabCommands;
import org.vectorscope.ui.common.LabState;
import org.vectorscope.ui.common.Screen;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.common.Shell;
import org.vectorscope.ui.common.Theme;
import org.vectorscope.ui.control.DirectScroll;

/** The frame: header, layer strip, navigation, the screen in front, right panel, status bar. */
public final class MainWindow extends StackPane implements Shell, Dialogs {
    /** Width, in ems of the text, under which the right panel leaves its room to the screen. */
    private static final double ROOMY = 80;

    /** Width, in ems of the text, under which the navigation shows icons alone. */
    private static final double TIGHT = 72;

    private final ScreenContext context;
    private final Map<ScreenId, Supplier<Screen>> factories;
    private final Map<ScreenId, Screen> made = new EnumMap<>(ScreenId.class);
    private final Map<ScreenId, Boolean> folds = new EnumMap<>(ScreenId.class);
    private final ObjectProperty<ScreenId> current = new SimpleObjectProperty<>(ScreenId.MODEL);
    private final EngineChecks checks;
    private final Popovers popovers = new Popovers();
    private final BorderPane frame = new BorderPane();
    /** Scrolls only where a screen is larger than what the window leaves it. */
    private final DirectScroll middle = new DirectScroll();

    private final HeaderBar header;
    private final VBox top;
    private final Navigation navigation;
    private final StripRow strip;
    private final SidePanel side;
    private final StatusLine status;
    private final ModalPane modal = new ModalPane();
    private Optional<GuidedTour> tour = Optional.empty();
    private Optional<Node> focusBefore = Optional.empty();
    private Runnable restart = () -> say("This window was not opened by the program itself, and cannot restart it.");
    private boolean narrow;

    /** @param screens makes each screen when it is first gone to */
    public MainWindow(
            Lab lab, Appearance appearance, Function<ScreenContext, Map<ScreenId, Supplier<Screen>>> screens) {
        LabState state = new LabState();
        FxJobs jobs = new FxJobs(lab.jobs());
        context = new ScreenContext(lab, state, jobs, new LabCommands(lab, state, jobs), appearance, this);
        factories = screens.apply(context);
        header = new HeaderBar(context, popovers, this);
        strip = new StripRow(state);
        top = new VBox(header, strip);
        navigation = new Navigation(this::goTo, this::tour, this::settings);
        side = new SidePanel(this);
        checks = new EngineChecks(context);
        status = new StatusLine(context, checks.node(), this::jobs);
        frame.getStyleClass().add("frame");
        frame.setCenter(middle);
        middle.setFitToHeight(true);
        middle.setMinSize(0, 0);
        modal.setInTransitionFactory(null); // what it paints in the corner at first stays there
        modal.displayProperty().subscribe(this::returnFocus);
        getChildren().addAll(frame, modal);
        side.folded().addListener((o, was, is) -> folds.put(current.get(), is));
        appearance.theme().subscribe(this::wear);
        appearance.scale().subscribe(scale -> enlarge(scale.doubleValue()));
        appearance.presenting().subscribe(this::arrange);
        widthProperty().subscribe(this::makeRoom);
        appearance.scale().subscribe(this::makeRoom);
        FileDrop.install(this, context);
        context.state()
                .vectorFreshness()
                .subscribe(f -> navigation.state(ScreenId.VECTOR).set(Optional.of(f)));
    }

    private void enlarge(double scale) {
        setStyle("-fx-font-size: " + Appearance.BASE * scale + "px");
        getStylesheets().setAll(IconSizes.at(scale));
    }

    /** Folds the panels at the sides when the window becomes too narrow for its text, and puts them back as they were. */
    private void makeRoom() {
        double em = Appearance.BASE * context.appearance().scale().get();
        boolean tight = getWidth() > 0 && getWidth() < TIGHT * em;
        navigation.narrow(tight);
        header.narrow(tight);
        strip.narrow(tight);
        boolean now = getWidth() > 0 && getWidth() < ROOMY * em;
        if (now != narrow) {
            narrow = now;
            folds.clear();
            side.folded().set(startsFolded(current.get()));
        }
    }

    private boolean startsFolded(ScreenId id) {
        return narrow || made.containsKey(id) && screen(id).startsFolded();
    }

    private void wear(Theme theme) {
        getStyleClass().removeAll("lab-light", "lab-dark");
        getStyleClass().add("lab-" + theme.word());
    }

    /** Presentation mode leaves the screen and the layer strip. */
    private void arrange(boolean presenting) {
        frame.setTop(presenting ? strip : top);
        if (!presenting) {
            top.getChildren().setAll(top.getChildren().getFirst(), strip);
        }
        frame.setLeft(presenting ? null : navigation);
        frame.setRight(presenting ? null : side);
        frame.setBottom(presenting ? null : status);
    }

    @Override
    public void goTo(ScreenId id) {
        popovers.close();
        boolean leaves = hasFocus(frame.getCenter());
        Screen screen = screen(id);
        current.set(id);
        navigation.select(id);
        side.folded().set(folds.getOrDefault(id, startsFolded(id)));
        side.follow(screen);
        middle.setContent(screen.node());
        screen.shown();
        if (leaves) {
            focusNavigation(); // else whatever stands first in the window gets the keyboard
        }
    }

    private boolean hasFocus(@Nullable Node part) {
        Node at = getScene() == null ? null : getScene().getFocusOwner();
        while (at != null && at != part) {
            at = at.getParent();
        }
        return at != null;
    }

    private Screen screen(ScreenId id) {
        return made.computeIfAbsent(id, key -> {
            Screen screen = Objects.requireNonNull(factories.get(key)).get();
            if (key != ScreenId.VECTOR) {
                screen.freshness().subscribe(f -> navigation.state(key).set(f));
            }
            return screen;
        });
    }

    /** Runs the main action of the dialog that is open, else of the screen in front, where it is ready. */
    public void mainAction() {
        if (modal.isDisplay()) {
            modal.lookupAll(".button").stream()
                    .filter(node -> node instanceof Button button && button.isDefaultButton())
                    .findFirst()
                    .ifPresent(node -> ((Button) node).fire());
            return;
        }
        screen(current.get()).mainAction().filter(a -> a.ready().getValue()).ifPresent(a -> a.run()
                .run());
    }

    /** Closes what is open; else stops what the screen does; else cancels the job in the status bar. */
    public void escape() {
        if (modal.isDisplay()) {
            closeDialog();
        } else if (tour.filter(GuidedTour::stop).isEmpty()
                && !screen(current.get()).cancel()) {
            context.jobs().first().ifPresent(line -> line.job().cancel());
        }
    }

    /** Keys that nothing in the screen with the focus has taken, for the screen in front. */
    void key(KeyEvent event) {
        if (!modal.isDisplay()) {
            screen(current.get()).key(event);
        }
    }

    @Override
    public void say(String sentence) {
        if (getScene() != null && getScene().getWindow() != null) {
            Notifications.create()
                    .owner(this)
                    .styleClass("lab-notice")
                    .text(sentence)
                    .position(Pos.BOTTOM_CENTER)
                    .show();
        }
    }

    @Override
    public void showDialog(Region dialog) {
        if (!modal.isDisplay()) {
            focusBefore = Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
        }
        dialog.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        modal.show(dialog);
        modal.layout(); // else its first frame is in the corner
        dialog.requestFocus();
    }

    @Override
    public void closeDialog() {
        modal.hide(true);
    }

    /** Whoever had the keyboard before a dialog has it after: else no key would reach the screen. */
    private void returnFocus(boolean displayed) {
        if (!displayed) {
            modal.setContent(null); // Escape only hides it, and what it does would go on
            focusBefore.ifPresent(Node::requestFocus);
            focusBefore = Optional.empty();
        }
    }

    /** Whether a dialog stands before the screen. */
    boolean hasDialog() {
        return modal.isDisplay();
    }

    @Override
    public void restart() {
        restart.run();
    }

    /** @param restart what ends this process and starts the next */
    public void onRestart(Runnable restart) {
        this.restart = restart;
    }

    @Override
    public void popOver(Node owner, Node content) {
        popovers.show(owner, content);
    }

    @Override
    public void palette() {
        showDialog(new CommandPalette(commands(), this::closeDialog));
    }

    private List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        Screen front = screen(current.get());
        front.mainAction().ifPresent(a -> commands.add(new Command(a.title(), "Ctrl Enter", this::mainAction)));
        commands.addAll(front.commands());
        for (ScreenId id : ScreenId.values()) {
            commands.add(new Command("Go to " + id.title(), "Ctrl " + (id.ordinal() + 1), () -> goTo(id)));
        }
        commands.add(new Command(
                "Load the starter model", "", () -> context.commands().openModel("starter")));
        commands.add(new Command("Check the engine", "self-checks", checks::run));
        commands.add(new Command("Extract the vector", "", context.commands()::extract));
        context.lab()
                .contrasts()
                .samples()
                .forEach(set ->
                        commands.add(new Command("Use contrast set " + set.title(), "sample", () -> context.commands()
                                .use(set))));
        commands.addAll(ofWindow());
        return commands;
    }

    private List<Command> ofWindow() {
        Appearance appearance = context.appearance();
        return List.of(
                new Command("Dark or light theme", "", () -> appearance
                        .theme()
                        .set(appearance.theme().get().other())),
                new Command("Larger text", "Ctrl +", appearance::larger),
                new Command("Smaller text", "Ctrl −", appearance::smaller),
                new Command("Normal text size", "Ctrl 0", appearance::normalSize),
                new Command("Present", "F11", () -> appearance
                        .presenting()
                        .set(!appearance.presenting().get())),
                new Command("Fold the right panel", "", () -> side.folded()
                        .set(!side.folded().get())),
                new Command("Guided tour", "", this::tour),
                new Command("Settings", "", this::settings),
                new Command("About and licences", "", this::about));
    }

    @Override
    public void about() {
        showDialog(new AboutPane(context.appearance().scale(), this::closeDialog));
    }

    @Override
    public void settings() {
        showDialog(new SettingsPane(context, this::closeDialog));
    }

    @Override
    public void tour() {
        tour.ifPresent(GuidedTour::stop);
        GuidedTour next =
                new GuidedTour(this, TourSteps.of(navigation, top.getChildren().getFirst(), strip));
        tour = Optional.of(next);
        next.start();
    }

    @Override
    public void jobs() {
        if (!context.jobs().running().isEmpty()) {
            popovers.show(status, new JobsPane(context.jobs()));
        }
    }

    /** Gives the keyboard to the navigation, from where Tab goes on to the screen. */
    public void focusNavigation() {
        navigation.item(current.get()).requestFocus();
    }

    public ScreenContext context() {
        return context;
    }

    public ScreenId front() {
        return current.get();
    }

    /** Whether the right panel is a rail. */
    public boolean isFolded() {
        return side.folded().get();
    }

    public void fold(boolean folded) {
        side.folded().set(folded || narrow);
    }
}
