package org.vectorscope.ui.shell;

import atlantafx.base.controls.Popover;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.common.ScreenId;
import org.vectorscope.ui.control.Buttons;

/** The main path in eight short steps, each pointing at its place in the window. */
final class GuidedTour {
    /** @param screen to go to first, if any */
    record Step(Optional<ScreenId> screen, Node at, String title, String words) {}

    private final List<Step> steps;
    private final MainWindow window;
    private int index;
    private Optional<Popover> open = Optional.empty();

    GuidedTour(MainWindow window, List<Step> steps) {
        this.window = window;
        this.steps = steps;
    }

    void start() {
        show(0);
    }

    /** @return whether it was shown */
    boolean stop() {
        boolean shown = open.filter(Popover::isShowing).isPresent(); // Escape may have closed it already
        open.ifPresent(Popover::hide);
        open = Optional.empty();
        return shown;
    }

    private void show(int at) {
        stop();
        if (at >= steps.size()) {
            return;
        }
        index = at;
        Step step = steps.get(at);
        step.screen().ifPresent(window::goTo);
        Popover popover = new Popover(content(step));
        popover.setArrowLocation(
                step.screen().isPresent() ? Popover.ArrowLocation.LEFT_TOP : Popover.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setAnimated(false);
        popover.setAutoHide(false);
        Bounds owner = step.at().localToScreen(step.at().getBoundsInLocal());
        if (step.screen().isPresent()) {
            popover.show(step.at(), owner.getMaxX(), owner.getCenterY());
        } else {
            popover.show(step.at(), owner.getMinX() + owner.getWidth() / 3, owner.getMaxY());
        }
        open = Optional.of(popover);
    }

    private VBox content(Step step) {
        Label words = new Label(step.words());
        words.setWrapText(true);
        boolean last = index == steps.size() - 1;
        Button next = Buttons.primary(
                last ? "Done" : "Next", last ? Feather.CHECK : Feather.ARROW_RIGHT, () -> show(index + 1));
        Button end = Buttons.flat("End tour", Feather.X, this::stop);
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        Label place = Css.with(new Label(index + 1 + " of " + steps.size()), Css.HINT);
        HBox foot = Css.with(new HBox(place, spring, end, next), Css.CARD_HEADER);
        return Css.with(
                new VBox(Css.with(new Label(step.title()), Css.CARD_TITLE), words, foot), "tour-step", Css.GAP_8);
    }
}
