package org.vectorscope.ui.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
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

    static void install(StackPane window, ScreenContext context) {
        FileDrop drop = new FileDrop(context);
        DropZone zone = new DropZone();
        window.getChildren().add(zone);
        window.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                zone.setVisible(true);
            }
        });
        window.addEventHandler(DragEvent.DRAG_EXITED, event -> zone.setVisible(false));
        window.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            List<File> files = event.getDragboard().getFiles();
            files.stream().findFirst().ifPresent(file -> drop.take(file.toPath()));
            event.setDropCompleted(!files.isEmpty());
            zone.setVisible(false);
        });
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
