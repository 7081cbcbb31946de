package org.vectorscope.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.engine.SelfCheck;
import org.vectorscope.engine.SelfChecks;
import org.vectorscope.job.Jobs.Lane;
import org.vectorscope.lab.OpenModel;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.Icons;
import org.vectorscope.ui.common.ScreenContext;

/** Whether the engine agrees with itself: run on demand, shown in the status bar with each error and its tolerance. */
final class EngineChecks {
    private final ScreenContext context;
    private final Button button = Css.with(new Button(), "flat", "status-checks");
    private List<SelfCheck> results = List.of();

    EngineChecks(ScreenContext context) {
        this.context = context;
        button.setOnAction(e -> {
            if (results.isEmpty()) {
                run();
            } else {
                context.shell().popOver(button, list());
            }
        });
        context.state().model().subscribe(model -> show(List.of()));
    }

    Node node() {
        return button;
    }

    void run() {
        Optional<OpenModel> model = context.state().model().get();
        model.ifPresent(open -> context.jobs()
                .run(
                        Lane.ENGINE,
                        "Checking the engine",
                        monitor -> SelfChecks.run(open.model(), monitor),
                        this::show,
                        failure -> context.shell().say(failure.sentence())));
    }

    private void show(List<SelfCheck> checks) {
        results = checks;
        long passed = checks.stream().filter(SelfCheck::passed).count();
        boolean fine = passed == checks.size();
        button.setText(checks.isEmpty() ? "Run self-checks" : "Self-checks " + passed + " of " + checks.size());
        button.setGraphic(Icons.of(fine ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE));
        button.getStyleClass().removeAll(Css.OK);
        if (fine && !checks.isEmpty()) {
            button.getStyleClass().add(Css.OK);
        }
        boolean shown = context.state().model().get().isPresent();
        button.setVisible(shown);
        button.setManaged(shown);
    }

    private Node list() {
        VBox list = Css.with(new VBox(), "popover-body");
        list.getChildren().add(Css.with(new Label("Self-checks: largest error, tolerance"), Css.STRONG));
        for (SelfCheck check : results) {
            String line = String.format(
                    Locale.ROOT,
                    "%s  %s  %.1e of %.0e",
                    check.passed() ? "✓" : "✗",
                    check.name(),
                    check.error(),
                    check.tolerance());
            list.getChildren().add(new Label(line));
        }
        return list;
    }
}
