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
import org.vectorscope.vector.VectorFiles;

/** A file or folder dropped anywhere on the window: a model is opened, a vector put in force, anything else read as a contrast set. */
final class FileDrop {
    private final ScreenContext context;

    FileDrop(ScreenContext context) {
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

    void take(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (Files.isDirectory(file)) {
            open(file);
        } else if (name.endsWith(".gguf")) {
            context.jobs()
                    .run(
                            Lane.LIGHT,
                            "Reading " + file.getFileName(),
                            monitor -> VectorFiles.isControlVector(file),
                            isVector -> {
                                if (isVector) {
                                    use(file);
                                } else {
                                    open(file);
                                }
                            },
                            this::refuse);
        } else if (name.endsWith(".safetensors") || name.endsWith(".npy")) {
            use(file);
        } else {
            read(file);
        }
    }

    private void open(Path model) {
        context.shell().goTo(ScreenId.MODEL);
        context.commands().openModel(model);
    }

    private void use(Path vector) {
        context.shell().goTo(ScreenId.VECTOR);
        context.commands().importVector(vector);
    }

    private void read(Path set) {
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Reading " + set.getFileName(),
                        monitor -> context.lab().contrasts().read(set),
                        pairs -> {
                            context.commands().use(pairs);
                            context.shell().goTo(ScreenId.CONTRAST);
                        },
                        this::refuse);
    }

    private void refuse(Failure failure) {
        context.shell().say(failure.sentence());
    }
}
