package org.vectorscope.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** A dial with a needle, in the text's colour and the two ends of the diverging scale. */
final class Logo extends StackPane {
    /** @param scale 1 at the normal text size */
    Logo(ObservableValue<? extends Number> scale) {
        getStyleClass().add("logo");
        Group dial = new Group(
                path(
                        "M10 1 A9 9 0 1 0 10 19 A9 9 0 1 0 10 1 Z M10 2.6 A7.4 7.4 0 1 1 10 17.4 A7.4 7.4 0 1 1 10 2.6 Z",
                        "logo-ring"),
                path("M4.9 16.5 L3.5 15.1 L9.3 9.3 L10.7 10.7 Z", "logo-away"),
                path("M9.3 9.3 L15.1 3.5 L16.5 4.9 L10.7 10.7 Z", "logo-toward"));
        dial.scaleXProperty().bind(scale);
        dial.scaleYProperty().bind(scale);
        getChildren().add(new Group(dial)); // a group is as large as what it holds is drawn
    }

    private static SVGPath path(String content, String style) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().add(style);
        return path;
    }
}
