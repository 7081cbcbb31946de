package org.vectorscope.ui.shell;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.control.Buttons;

/** What this is, and what it is made of with the licence of each part. */
final class AboutPane extends VBox {
    private record Part(String name, String licence) {}

    private static final List<Part> PARTS = List.of(
            new Part("OpenJFX", "GPL 2 with Classpath Exception"),
            new Part("ControlsFX", "BSD 3-Clause"),
            new Part("AtlantaFX", "MIT"),
            new Part("Ikonli, Feather icons", "Apache 2.0, MIT"),
            new Part("JFreeChart, JFreeChart-FX, FXGraphics2D", "LGPL 2.1, LGPL 2.1, BSD 3-Clause"),
            new Part("Apache Batik, PDFBox, Commons", "Apache 2.0"),
            new Part("graphics2d for PDFBox", "Apache 2.0"),
            new Part("Deep Java Library", "Apache 2.0"),
            new Part("PyTorch", "BSD 3-Clause"),
            new Part("Hugging Face Tokenizers", "Apache 2.0"),
            new Part("ND4J, JavaCPP", "Apache 2.0"),
            new Part("OpenBLAS", "BSD 3-Clause"),
            new Part("ONNX Runtime, LangChain4j embeddings", "MIT, Apache 2.0"),
            new Part("all-MiniLM-L6-v2", "Apache 2.0"),
            new Part("SQLite JDBC, SQLite", "Apache 2.0, public domain"),
            new Part("Jackson, picocli, Guava, AppDirs", "Apache 2.0"),
            new Part("SLF4J, Logback", "MIT, LGPL 2.1 or EPL 1.0"),
            new Part("JNA", "Apache 2.0 or LGPL 2.1"),
            new Part("Inter, JetBrains Mono", "SIL Open Font License 1.1"));

    AboutPane(ObservableValue<? extends Number> scale, Runnable close) {
        getStyleClass().addAll("dialog-box", "about");
        Label words = new Label("A desktop lab for steering vectors in language models: what a vector is, what it does,"
                + " and whether it is the only one. Apache License 2.0.");
        words.setWrapText(true);
        ScrollPane scroll = new ScrollPane(parts());
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("about-parts");
        HBox foot = new HBox(Buttons.button("Close", Feather.X, close));
        foot.getStyleClass().add("dialog-foot");
        getChildren()
                .addAll(
                        Css.with(
                                new HBox(new Logo(scale), Css.with(new Label("Vectorscope"), Css.SCREEN_TITLE)),
                                Css.GAP_8),
                        words,
                        Css.with(new Label("Made of"), Css.CARD_TITLE),
                        scroll,
                        foot);
    }

    private static GridPane parts() {
        GridPane grid = Css.with(new GridPane(), "facts");
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(55);
        grid.getColumnConstraints().setAll(half, new ColumnConstraints());
        for (int row = 0; row < PARTS.size(); row++) {
            grid.addRow(
                    row,
                    Css.with(new Label(PARTS.get(row).name()), "fact-value"),
                    Css.with(new Label(PARTS.get(row).licence()), "fact-name"));
        }
        return grid;
    }
}
