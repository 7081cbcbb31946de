package org.vectorscope.ui;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.vectorscope.checkpoint.hub.StarterModel;
import org.vectorscope.contrast.SampleSets;
import org.vectorscope.figure.Fonts;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.common.Appearance;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.shell.MainWindow;
import org.vectorscope.ui.shell.Session;
import org.vectorscope.ui.shell.Shortcuts;
import org.vectorscope.ui.shell.WindowState;

/** The desktop application: one window on one lab. */
public final class LabApp {
    private static final double SMALLEST_WIDTH = 900;
    private static final double SMALLEST_HEIGHT = 600;
    private static final String FIRST_SET = "sentiment";

    private LabApp() {}

    /**
     * Opens the window and returns when it is closed. The caller closes the lab.
     *
     * @param file a model to open in place of the last one
     * @return whether the window is to be opened again, in a new process
     */
    public static boolean open(Lab lab, Optional<Path> file) {
        CountDownLatch closed = new CountDownLatch(1);
        AtomicBoolean again = new AtomicBoolean();
        Platform.startup(() -> show(lab, file, again, closed::countDown));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
        return again.get();
    }

    private static void show(Lab lab, Optional<Path> file, AtomicBoolean again, Runnable onClosed) {
        Appearance appearance = new Appearance();
        WindowState state = WindowState.read(lab.folder().root());
        appearance.theme().set(state.theme());
        appearance.textSize().set(state.textSize());
        appearance.cacheGigabytes().set(state.cacheGigabytes());
        lab.store().limit((long) state.cacheGigabytes() << 30);
        MainWindow window = window(lab, appearance);
        Stage stage = new Stage();
        stage.setTitle("Vectorscope");
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.setScene(scene(window, appearance, state.width(), state.height()));
        place(stage, state);
        window.goTo(state.screen());
        window.fold(state.folded());
        appearance.presenting().subscribe(stage::setFullScreen);
        stage.fullScreenProperty()
                .addListener((o, was, is) -> appearance.presenting().set(is));
        window.onRestart(() -> {
            Session.of(window.context().state()).write(lab.folder().root());
            again.set(true);
            stage.hide();
        });
        stage.setOnHidden(e -> {
            remember(stage, window, appearance).write(lab.folder().root());
            onClosed.run();
        });
        stage.show();
        window.focusNavigation();
        begin(window.context(), file);
    }

    /** A first sentence is one click away: the starter, or what was asked for, with the set that steers it best. */
    private static void begin(ScreenContext context, Optional<Path> file) {
        context.lab().onNotice(notice -> Platform.runLater(() -> context.shell().say(notice)));
        Optional<Session> before = Session.take(context.lab().folder().root());
        if (before.isPresent()) {
            before.get().resume(context);
            return;
        }
        SampleSets.find(FIRST_SET).ifPresent(context.commands()::use);
        file.ifPresentOrElse(
                context.commands()::openModel, () -> context.commands().openModel(StarterModel.NAME));
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
                appearance.cacheGigabytes().get());
    }

    static MainWindow window(Lab lab, Appearance appearance) {
        Fonts.loadForJavaFx();
        appearance.theme().subscribe(theme -> Application.setUserAgentStylesheet(theme.userAgentStylesheet()));
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
