package org.vectorscope.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.common.ScreenId;

/** A file or folder dropped anywhere on the window: a model is opened, anything else is read as a contrast set. */
final class FileDrop {
    private final ScreenContext context;

    private FileDrop(ScreenContext context) {
        this.context = context;
    }

    static void install(Node node, ScreenContext context) {
        FileDrop drop = new FileDrop(context);
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                mark(node, true);
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED, event -> mark(node, false));
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = event.getDragboard().getFiles();
            files.stream().findFirst().ifPresent(file -> drop.take(file.toPath()));
            event.setDropCompleted(!files.isEmpty());
            mark(node, false);
        });
    }

    private static void mark(Node node, boolean dropping) {
        node.getStyleClass().remove("dropping");
        if (dropping) {
            node.getStyleClass().add("dropping");
        }
    }

    private void take(Path file) {
        if (isModel(file)) {
            context.shell().goTo(ScreenId.MODEL);
            context.commands().openModel(file);
            return;
        }
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Reading " + file.getFileName(),
                        monitor -> context.lab().contrasts().read(file),
                        set -> {
                            context.commands().use(set);
                            context.shell().goTo(ScreenId.CONTRAST);
                        },
                        this::refuse);
    }

    private void refuse(Failure failure) {
        context.shell().say(failure.sentence());
    }

    private static boolean isModel(Path file) {
        return Files.isDirectory(file)
                || file.toString().toLowerCase(Locale.ROOT).endsWith(".gguf");
    }
}
