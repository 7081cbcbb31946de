package org.vectorscope.ui.shell;

import atlantafx.base.controls.Popover;
import java.util.Optional;
import javafx.scene.Node;

/** At most one popover at a time, below its owner, or above one in the lower half of the window. */
final class Popovers {
    private Optional<Popover> open = Optional.empty();

    void show(Node owner, Node content) {
        close();
        Popover popover = new Popover(content);
        boolean low = owner.localToScene(owner.getBoundsInLocal()).getCenterY()
                > owner.getScene().getHeight() / 2;
        popover.setArrowLocation(low ? Popover.ArrowLocation.BOTTOM_LEFT : Popover.ArrowLocation.TOP_LEFT);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setAnimated(false);
        popover.show(owner);
        open = Optional.of(popover);
    }

    void close() {
        open.ifPresent(Popover::hide);
        open = Optional.empty();
    }
}
