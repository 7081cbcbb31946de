package org.vectorscope.ui.shell;

import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.vectorscope.ui.common.Appearance;
import org.vectorscope.ui.common.ScreenId;

/** The keyboard of the window. */
public final class Shortcuts {
    private static final KeyCode[] DIGITS = {
        KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6
    };

    private Shortcuts() {}

    public static void install(Scene scene, MainWindow window, Appearance appearance) {
        for (ScreenId id : ScreenId.values()) {
            put(scene, DIGITS[id.ordinal()], () -> {
                if (!window.hasDialog()) {
                    window.goTo(id);
                }
            });
        }
        put(scene, KeyCode.K, window::palette);
        put(scene, KeyCode.ENTER, window::mainAction);
        put(scene, KeyCode.PLUS, appearance::larger);
        put(scene, KeyCode.EQUALS, appearance::larger);
        put(scene, KeyCode.ADD, appearance::larger);
        put(scene, KeyCode.MINUS, appearance::smaller);
        put(scene, KeyCode.SUBTRACT, appearance::smaller);
        put(scene, KeyCode.DIGIT0, appearance::normalSize);
        put(scene, KeyCode.NUMPAD0, appearance::normalSize);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F11) {
                appearance.presenting().set(!appearance.presenting().get());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                window.escape();
                event.consume();
            } else {
                window.key(event);
            }
        });
    }

    private static void put(Scene scene, KeyCode code, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN), action);
    }
}
