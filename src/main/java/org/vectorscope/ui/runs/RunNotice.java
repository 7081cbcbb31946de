package org.vectorscope.ui.runs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.store.Run;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.control.Buttons;

/** What was deleted last, with the way back. Takes no room while there is nothing to take back. */
final class RunNotice extends HBox {
    private static final int NAMED = 3;

    private final Label words = Css.with(new Label(), Css.SMALL);

    RunNotice(RunsViewModel model) {
        getStyleClass().addAll(Css.CARD, Css.CARD_HEADER, "run-notice");
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        words.setWrapText(true);
        getChildren()
                .addAll(
                        words,
                        spring,
                        Buttons.flat("Undo", Feather.CORNER_UP_LEFT, model::undelete),
                        Buttons.icon(Feather.X, "Dismiss", () -> model.deleted().set(Optional.empty())));
        model.deleted().subscribe(this::show);
    }

    private void show(Optional<RunsViewModel.Deleted> deleted) {
        setVisible(deleted.isPresent());
        setManaged(deleted.isPresent());
        deleted.ifPresent(d -> words.setText(sentence(d)));
    }

    static String sentence(RunsViewModel.Deleted deleted) {
        String what = named("Run", deleted.runs()) + (deleted.runs().size() == 1 ? " was" : " were") + " deleted.";
        if (deleted.dependents().isEmpty()) {
            return what;
        }
        boolean one = deleted.dependents().size() == 1;
        return what + " " + named("Run", deleted.dependents()) + (one ? " was" : " were") + " computed from "
                + (deleted.runs().size() == 1 ? "it" : "them") + " and " + (one ? "stays." : "stay.");
    }

    private static String named(String noun, List<Run> runs) {
        if (runs.size() > NAMED) {
            return runs.size() + " runs";
        }
        return noun
                + (runs.size() == 1 ? " " : "s ")
                + runs.stream().map(Run::label).collect(Collectors.joining(", "));
    }
}
