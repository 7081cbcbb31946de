package org.vectorscope.ui.common;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import org.vectorscope.figure.Recipe;

/** One screen, as the frame around it sees it. Made when it is first gone to, kept until the window closes. */
public interface Screen {
    ScreenId id();

    /** What fills the middle; the frame puts no padding around it. */
    Node node();

    /** Empty where there is nothing to run. */
    Optional<MainAction> mainAction();

    /** Of the chart or part that has the focus. */
    ObservableValue<Explanation> explanation();

    /** All that decided what is selected; {@link Recipe#NONE} where there is nothing. */
    ObservableValue<Recipe> recipe();

    /** Computes what is selected again. Offered where {@link #recipe()} is not empty. */
    default void replay() {
        mainAction().ifPresent(action -> action.run().run());
    }

    /** Takes a key that nothing with the focus has taken, and consumes it. */
    default void key(KeyEvent event) {}

    /** State icon in the navigation; null shows none. */
    default ObservableValue<Optional<Freshness>> freshness() {
        return new SimpleObjectProperty<>(Optional.empty());
    }

    /** Called each time it comes to the front. */
    default void shown() {}

    /** Escape: stop what this screen is doing. @return whether there was something to stop */
    default boolean cancel() {
        return false;
    }

    /** Whether the right panel starts as a rail here. */
    default boolean startsFolded() {
        return false;
    }

    /** For the command palette. */
    default List<Command> commands() {
        return List.of();
    }
}
