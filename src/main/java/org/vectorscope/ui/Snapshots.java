package org.vectorscope.ui;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.vectorscope.figure.Fonts;
import org.vectorscope.file.AtomicFile;
import org.vectorscope.lab.Lab;
import org.vectorscope.ui.common.Appearance;
import org.vectorscope.ui.common.Theme;
import org.vectorscope.ui.shell.MainWindow;

/**
 * The window as pictures, without a display ({@code -Dglass.platform=Headless -Dprism.order=sw}). The scene is drawn at
 * its own size whatever the size of the screen; what the person would see is what the picture shows, twice as fine.
 */
public final class Snapshots implements AutoCloseable {
    private static final int PULSES = 4;
    private static final long PATIENCE = 60;
    /** The headless platform cannot show a taller window (JDK-8364201); its scene can be drawn all the same. */
    private static final int TALLEST = 1000;

    private final MainWindow window;
    private final Appearance appearance;
    private final Stage stage;

    private Snapshots(MainWindow window, Appearance appearance, Stage stage) {
        this.window = window;
        this.appearance = appearance;
        this.stage = stage;
    }

    /** Starts JavaFX if need be, and opens the window. Not to be called from the JavaFX thread. */
    public static Snapshots open(Lab lab, int width, int height) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        try {
            Platform.startup(() -> started.complete(null));
        } catch (IllegalStateException alreadyStarted) {
            started.complete(null);
        }
        started.join();
        Platform.setImplicitExit(false);
        return onFx(() -> {
            Appearance appearance = new Appearance();
            Fonts.loadForJavaFx();
            MainWindow window = LabApp.window(lab, appearance);
            Stage stage = new Stage();
            Scene scene = LabApp.scene(window, appearance, width, height);
            stage.setScene(scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.setX(0);
            stage.setY(0);
            if (height < TALLEST) {
                stage.show();
            }
            window.focusNavigation();
            return new Snapshots(window, appearance, stage);
        });
    }

    public MainWindow window() {
        return window;
    }

    /** Runs on the JavaFX thread and waits for it. */
    public static <T> T onFx(Supplier<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException own ? own : new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("the window did not answer within " + PATIENCE + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static void onFx(Runnable work) {
        onFx(() -> {
            work.run();
            return true;
        });
    }

    /** Writes the window in this theme. @param scale pixels of the picture to one of the window */
    public void write(Theme theme, double scale, Path png) {
        onFx(() -> appearance.theme().set(theme));
        settle();
        BufferedImage image = onFx(() -> picture(scale));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
            AtomicFile.write(png, out -> out.write(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Both themes, {@code NAME-light.png} and {@code NAME-dark.png} in the folder, at scale 2. */
    public void writeBoth(Path folder, String name) {
        for (Theme theme : Theme.values()) {
            write(theme, 2, folder.resolve(name + "-" + theme.word() + ".png"));
        }
    }

    /** Lets style sheets, layouts and what they set off come to rest. */
    public void settle() {
        for (int i = 0; i < PULSES; i++) {
            onFx(() -> {
                window.applyCss();
                window.layout();
            });
        }
    }

    private BufferedImage picture(double scale) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(scale, scale));
        WritableImage image = window.snapshot(parameters, null);
        BufferedImage argb = SwingFXUtils.fromFXImage(image, null);
        BufferedImage rgb = new BufferedImage(argb.getWidth(), argb.getHeight(), BufferedImage.TYPE_INT_RGB);
        rgb.createGraphics().drawImage(argb, 0, 0, null);
        return rgb;
    }

    @Override
    public void close() {
        onFx(stage::close);
    }
}
