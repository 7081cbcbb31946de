package org.vectorscope.ui.control;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** Widths of words in a font, each measured once. */
final class TextWidths {
    private final Map<String, Double> known = new HashMap<>();
    private final Text ruler = new Text();
    private Font font = ruler.getFont();

    double of(String text, Font use) {
        if (!use.equals(font)) {
            known.clear();
            font = use;
            ruler.setFont(use);
        }
        return known.computeIfAbsent(text, this::measure);
    }

    private double measure(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }
}
