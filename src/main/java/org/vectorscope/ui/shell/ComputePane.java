package org.vectorscope.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.engine.torch.runtime.DeviceChoice;
import org.vectorscope.engine.torch.runtime.Driver;
import org.vectorscope.engine.torch.runtime.FoundRuntime;
import org.vectorscope.engine.torch.runtime.RuntimeSettings;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.lab.Compute;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Failure;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.Segmented;

/** Device and libtorch: what there is on this machine, what is wrong with it, which one is used. */
final class ComputePane extends VBox {
    private final ScreenContext context;
    private final Compute compute;
    private final Label driver = Css.with(new Label("Looking…"), Css.MUTED);
    private final VBox runtimes = Css.with(new VBox(), "runtime-list");
    private final Label state = Css.with(new Label(), Css.HINT);
    private final Button restart;
    private final HBox outcome;

    /** What a look at the machine tells. */
    private record Machine(Driver driver, List<FoundRuntime> found) {}

    ComputePane(ScreenContext context) {
        this.context = context;
        this.compute = context.lab().compute();
        getStyleClass().add("compute");
        restart = Buttons.button("Restart now", Feather.ROTATE_CW, context.shell()::restart);
        Segmented<DeviceChoice> device = new Segmented<>(
                List.of(DeviceChoice.values()),
                DeviceChoice::title,
                compute.settings().device());
        device.value().addListener((o, was, is) -> change(() -> compute.choose(is)));
        Label gpu = new Label("GPU");
        ScrollPane scroll = Css.with(new ScrollPane(runtimes), "runtime-scroll");
        scroll.setFitToWidth(true);
        state.setWrapText(true);
        driver.setWrapText(true);
        outcome = Css.with(new HBox(state, restart), Css.GAP_8, "compute-outcome");
        getChildren()
                .addAll(
                        Css.with(new HBox(new Label("Device"), device), "compute-row"),
                        Css.with(new HBox(gpu, driver), "compute-row"),
                        scroll,
                        Buttons.button("Add folder…", Feather.FOLDER_PLUS, this::add),
                        outcome);
        say("");
        look();
    }

    private void look() {
        context.jobs()
                .ask(
                        "Looking for runtimes",
                        monitor -> new Machine(compute.driver(), compute.runtimes()),
                        this::show,
                        this::fail);
    }

    private void show(Machine machine) {
        String words = machine.driver().words();
        driver.setText(Character.toUpperCase(words.charAt(0)) + words.substring(1));
        ToggleGroup group = new ToggleGroup();
        runtimes.getChildren()
                .setAll(
                        new RuntimeRow(
                                        group,
                                        "Found by itself",
                                        "the first below that works, where there is a GPU",
                                        Optional.empty())
                                .choosing(isSet(RuntimeSettings.FOUND), () -> choose(RuntimeSettings.FOUND)),
                        new RuntimeRow(
                                        group,
                                        "Shipped with the program",
                                        "libtorch 2.7.1 for the CPU",
                                        Optional.empty())
                                .choosing(isSet(RuntimeSettings.SHIPPED), () -> choose(RuntimeSettings.SHIPPED)));
        for (FoundRuntime found : machine.found()) {
            String path = found.given().toString();
            String title = found.folder().map(folder -> folder.title()).orElse("No PyTorch");
            runtimes.getChildren()
                    .add(new RuntimeRow(group, title, path, found.fault())
                            .choosing(isSet(path), () -> tryFirst(found)));
        }
    }

    private boolean isSet(String library) {
        return compute.settings().library().equals(library);
    }

    private void choose(String library) {
        change(() -> compute.choose(library));
    }

    /** A folder is loaded in a process of its own before it is chosen. */
    private void tryFirst(FoundRuntime found) {
        say("Trying " + found.given() + " in a process of its own…");
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Trying " + found.folder().orElseThrow().title(),
                        monitor -> compute.tried(found, monitor),
                        tried -> {
                            if (tried.fault().isPresent()) {
                                say(tried.given() + ": " + tried.fault().get());
                                look();
                            } else {
                                choose(tried.given().toString());
                            }
                        },
                        this::fail);
    }

    private void add() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("A Python environment with torch==2.7.1, or an unpacked libtorch");
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            add(folder.toPath());
        }
    }

    /** What is wrong with it, if anything, is told below the list. */
    void add(Path folder) {
        say("Trying " + folder + " in a process of its own…");
        context.jobs()
                .run(
                        Lane.LIGHT,
                        "Trying " + folder.getFileName(),
                        monitor -> compute.add(folder, monitor),
                        added -> {
                            say(added.fault()
                                    .map(fault -> added.given() + ": " + fault)
                                    .orElse("Added."));
                            look();
                        },
                        this::fail);
    }

    /** What can be had without a restart is had at once: the model is read again. */
    private void change(Runnable setting) {
        context.jobs()
                .ask(
                        "Choosing what computes",
                        monitor -> {
                            setting.run();
                            return compute.needsRestart();
                        },
                        this::changed,
                        this::fail);
    }

    private void changed(boolean needsRestart) {
        if (needsRestart) {
            say("Another runtime needs a restart; everything stays open.");
            restart.setVisible(true);
            restart.setManaged(true);
            return;
        }
        Optional<OpenModel> open = context.state().model().get().filter(OpenModel::isLoaded);
        say(open.isPresent() ? "The model is loaded again." : "Takes effect with the next model.");
        open.ifPresent(model -> context.commands().openModel(model.reference()));
    }

    private void fail(Failure failure) {
        say(failure.sentence());
    }

    private void say(String sentence) {
        state.setText(sentence);
        restart.setVisible(false);
        restart.setManaged(false);
        outcome.setVisible(!sentence.isEmpty());
        outcome.setManaged(!sentence.isEmpty());
    }
}
