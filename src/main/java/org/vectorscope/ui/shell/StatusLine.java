package org.vectorscope.ui.shell;

import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.controlsfx.control.StatusBar;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.job.JobState;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.common.JobLine;
import org.vectorscope.ui.common.ScreenContext;
import org.vectorscope.ui.control.Buttons;

/** What runs, how far it is, how long it takes, and Cancel; self-checks, memory and device at the right. */
final class StatusLine extends StatusBar {
    private final ScreenContext context;
    private final Label title = Css.with(new Label(), Css.STRONG);
    private final Label stage = Css.with(new Label(), Css.MUTED);
    private final ProgressBar progress = new ProgressBar();
    private final Label percent = new Label();
    private final Label left = Css.with(new Label(), Css.MUTED);
    private final Button cancel = Buttons.button("Cancel", Feather.X, this::cancel);
    private final Label memory = new Label("", Css.with(Icons.of(Feather.HARD_DRIVE), Css.MUTED));
    private final Label device = new Label("", Css.with(Icons.of(Feather.CPU), Css.MUTED));
    private Optional<JobLine> current = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    StatusLine(ScreenContext context, Node checks, Runnable showJobs) {
        this.context = context;
        getStyleClass().add("lab-status");
        setText("");
        title.setMinWidth(USE_PREF_SIZE);
        stage.setMinWidth(0);
        cancel.setMinWidth(USE_PREF_SIZE);
        percent.setMinWidth(USE_PREF_SIZE);
        HBox job = Css.with(new HBox(title, stage, progress, percent, left, cancel), "status-side");
        job.setOnMouseClicked(e -> showJobs.run());
        getLeftItems().add(job);
        HBox machine = Css.with(new HBox(checks, memory, device), "status-side", "far");
        machine.setMinWidth(USE_PREF_SIZE);
        getRightItems().add(machine);
        context.jobs().running().addListener((javafx.collections.ListChangeListener<JobLine>) change -> choose());
        context.jobs().lastEnded().subscribe(ended -> choose());
        context.state()
                .model()
                .subscribe(m -> device.setText(m.filter(open -> open.isLoaded())
                        .map(open -> open.model().device() + " · " + open.dtype())
                        .orElse("no model loaded")));
        choose();
        watchMemory();
    }

    /** The first running job, else what ended last. */
    private void choose() {
        Optional<JobLine> next =
                context.jobs().first().or(() -> context.jobs().lastEnded().get());
        if (next.equals(current) && next.isPresent()) {
            show(next.get());
            return;
        }
        following.unsubscribe();
        current = next;
        following =
                next.map(line -> line.state().subscribe(state -> show(line))).orElse(Subscription.EMPTY);
        if (next.isEmpty()) {
            showIdle();
        }
    }

    private void show(JobLine line) {
        boolean ended = line.state().get().ended();
        title.setText(line.job().title());
        title.setGraphic(ended ? mark(line.state().get()) : null);
        stage.setText(line.stage());
        for (javafx.scene.Node node : new javafx.scene.Node[] {progress, percent, left, cancel}) {
            node.setVisible(!ended);
            node.setManaged(!ended);
        }
        progress.setProgress(line.fraction());
        percent.setText(line.fraction() >= 0 ? Formats.percent(line.fraction()) : "");
        left.setText(line.timeLeft().orElse(""));
    }

    private static javafx.scene.Node mark(JobState state) {
        return state instanceof JobState.Done
                ? Css.with(Icons.of(Feather.CHECK), Css.OK)
                : state instanceof JobState.Failed
                        ? Css.with(Icons.of(Feather.ALERT_TRIANGLE), Css.DANGER)
                        : Css.with(Icons.of(Feather.SLASH), Css.MUTED);
    }

    private void showIdle() {
        title.setText("Ready");
        stage.setText("");
        for (javafx.scene.Node node : new javafx.scene.Node[] {progress, percent, left, cancel}) {
            node.setVisible(false);
            node.setManaged(false);
        }
    }

    private void cancel() {
        current.ifPresent(line -> line.job().cancel());
    }

    private void watchMemory() {
        Timeline timeline = new Timeline(new KeyFrame(Duration.seconds(2), e -> sayMemory()));
        timeline.setCycleCount(Timeline.INDEFINITE);
        sayMemory();
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                timeline.stop();
            } else {
                timeline.play();
            }
        });
    }

    private void sayMemory() {
        memory.setText("Memory "
                + Memory.ofThisProcess().map(m -> Formats.one(m / 1e9)).orElse("–") + " / "
                + Math.round(Memory.ofMachine() / 1e9) + " GB");
    }
}
