package org.vectorscope.ui;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.checkpoint.hub.StarterModel;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.figure.Fonts;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.common.Appearance;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.Theme;
import org.vectorscope.ui.shell.MainWindow;
import org.vectorscope.ui.shell.Session;
import org.vectorscope.ui.shell.Shortcuts;
import org.vectorscope.ui.shell.WindowState;

/** The desktop application: one window on one lab. */
public final class LabApp implements AutoCloseable {
    private static final double SMALLEST_WIDTH = 900;
    private static final double SMALLEST_HEIGHT = 600;
    private static final Duration QUIET = Duration.seconds(20);
    private static final String FIRST_SET = "sentiment";

    private final WindowState state;

    private LabApp(WindowState state) {
        this.state = state;
    }

    /** Starts JavaFX, which goes on by itself while the caller opens the lab. */
    public static LabApp start(DataFolder folder) {
        Platform.startup(Fonts::loadForJavaFx);
        WindowState state = WindowState.read(folder.root());
        Platform.runLater(() -> wear(state.theme()));
        return new LabApp(state);
    }

    private static void wear(Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
    }

    /**
     * Opens the window and returns when it is closed. The caller closes the lab.
     *
     * @param file a model to open in place of the last one
     * @return whether the window is to be opened again, in a new process
     */
    public boolean show(Lab lab, Optional<Path> file) {
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                show(lab, file, closed);
            } catch (RuntimeException | Error e) {
                closed.completeExceptionally(e);
            }
        });
        try {
            return closed.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : e;
        }
    }

    @Override
    public void close() {
        Platform.exit();
    }

    private void show(Lab lab, Optional<Path> file, CompletableFuture<Boolean> closed) {
        Appearance appearance = new Appearance();
        appearance.theme().set(state.theme());
        appearance.textSize().set(state.textSize());
        appearance.cacheGigabytes().set(state.cacheGigabytes());
        lab.store().limit((long) state.cacheGigabytes() << 30);
        MainWindow window = window(lab, appearance);
        window.context().state().precision().set(state.precision());
        Stage stage = new Stage();
        stage.setTitle("Vectorscope");
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.setScene(scene(window, appearance, state.width(), state.height()));
        place(stage, state);
        appearance.presenting().subscribe(stage::setFullScreen);
        stage.fullScreenProperty()
                .addListener((o, was, is) -> appearance.presenting().set(is));
        AtomicBoolean again = new AtomicBoolean();
        window.onRestart(() -> {
            Session.of(window.context().state()).write(lab.folder().root());
            again.set(true);
            stage.hide();
        });
        stage.setOnHidden(e -> {
            remember(stage, window, appearance).write(lab.folder().root());
            closed.complete(again.get());
        });
        afterFirstFrame(stage.getScene(), () -> {
            window.goTo(state.screen());
            window.fold(state.folded());
            window.focusNavigation();
            begin(window.context(), file);
        });
        stage.show();
    }

    /** What takes long, the screen among it, waits until there is something to see. */
    private static void afterFirstFrame(Scene scene, Runnable work) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(work);
            }
        });
    }

    /** Some time after the start, when what it set off is over. */
    private static void whenQuiet(Runnable work) {
        PauseTransition pause = new PauseTransition(QUIET);
        pause.setOnFinished(e -> work.run());
        pause.play();
    }

    /** A first sentence is one click away: the starter, or what was asked for, with the set that steers it best. */
    private static void begin(ScreenContext context, Optional<Path> file) {
        whenQuiet(() -> context.jobs()
                .ask(
                        Lane.ENGINE,
                        "Trying what this processor is quick with",
                        monitor -> {
                            context.lab().compute().tryHalfSpeed();
                            return true;
                        },
                        tried -> {},
                        failure -> context.shell().say(failure.sentence())));
        context.lab().onNotice(notice -> Platform.runLater(() -> context.shell().say(notice)));
        Optional<Session> before = Session.take(context.lab().folder().root());
        if (before.isPresent()) {
            before.get().resume(context);
            return;
        }
        file.ifPresentOrElse(
                context.commands()::openModel, () -> context.commands().openModel(StarterModel.NAME));
        context.jobs()
                .ask(
                        "Reading the set " + FIRST_SET,
                        monitor -> SampleSets.find(FIRST_SET),
                        set -> set.ifPresent(context.commands()::use),
                        failure -> context.shell().say(failure.sentence()));
    }

    private static void place(Stage stage, WindowState state) {
        boolean inSight =
                !Screen.getScreensForRectangle(state.x(), state.y(), 100, 100).isEmpty();
        if (!Double.isNaN(state.x()) && inSight) {
            stage.setX(state.x());
            stage.setY(state.y());
        }
        stage.setMaximized(state.maximized());
    }

    private static WindowState remember(Stage stage, MainWindow window, Appearance appearance) {
        return new WindowState(
                stage.getX(),
                stage.getY(),
                stage.getScene().getWidth(),
                stage.getScene().getHeight(),
                stage.isMaximized(),
                window.front(),
                appearance.theme().get(),
                appearance.textSize().get(),
                window.isFolded(),
                appearance.cacheGigabytes().get(),
                window.context().state().precision().get());
    }

    static MainWindow window(Lab lab, Appearance appearance) {
        appearance.theme().subscribe(LabApp::wear);
        return new MainWindow(lab, appearance, Screens::of);
    }

    static Scene scene(MainWindow window, Appearance appearance, double width, double height) {
        Scene scene = new Scene(window, width, height);
        String css = "/org/vectorscope/ui/lab.css";
        scene.getStylesheets()
                .add(Objects.requireNonNull(LabApp.class.getResource(css), css).toExternalForm());
        Shortcuts.install(scene, window, appearance);
        return scene;
    }
}
