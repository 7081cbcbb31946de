package org.vectorscope.ui.common;

import javafx.scene.Node;
import javafx.scene.layout.Region;

/** What a screen may ask of the window around it. */
public interface Shell {
    void goTo(ScreenId screen);

    /** A line that comes and goes in the corner: "Copied". */
    void say(String sentence);

    /** Dims the window and shows a dialog in it, until {@link #closeDialog()} or Escape. */
    void showDialog(Region dialog);

    void closeDialog();

    /** A popover with an arrow under {@code owner}. */
    void popOver(Node owner, Node content);

    /** Closes the window and opens it again in a new process, with all that is in force. */
    void restart();
}
