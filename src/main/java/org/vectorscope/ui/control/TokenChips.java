package org.vectorscope.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.vectorscope.ui.common.Css;

/** Tokens as boxes that wrap, with ids beneath where wanted, template tokens in grey and the read token outlined. */
public final class TokenChips extends FlowPane {
    /** What a chip stands for. */
    public enum Part {
        PLAIN(""),
        /** Written by the chat template. */
        TEMPLATE("template"),
        /** Several tokens behind one chip, that unfold on a click. */
        FOLDED("folded"),
        /** The token that is read, on the positive side. */
        READ_POSITIVE("read-positive"),
        READ_NEGATIVE("read-negative");

        private final String style;

        Part(String style) {
            this.style = style;
        }
    }

    /** @param under a hint beneath the chip, such as its id; may be empty */
    public record Token(String text, String under, Part part) {}

    public TokenChips() {
        getStyleClass().add("token-chips");
        setPrefWrapLength(0);
    }

    public void show(List<Token> tokens) {
        getChildren().setAll(tokens.stream().map(TokenChips::chip).toList());
    }

    /** A node between or behind the chips: "read, −1". */
    public void append(Node node) {
        getChildren().add(node);
    }

    private static Node chip(Token token) {
        Label box = Css.with(new Label(visible(token.text())), "token-chip");
        if (token.part() != Part.PLAIN) {
            box.getStyleClass().add(token.part().style);
        }
        box.setMinWidth(Region.USE_PREF_SIZE);
        if (token.under().isEmpty()) {
            return box;
        }
        Label id = Css.with(new Label(token.under()), Css.MONO, Css.MUTED);
        VBox pair = new VBox(box, id);
        pair.setAlignment(Pos.TOP_CENTER);
        return pair;
    }

    /** White space as something one can see. */
    public static String visible(String text) {
        String shown = text.replace("\r", "␍").replace("\n", "↵").replace("\t", "⇥");
        return shown.isBlank() && !shown.isEmpty() ? "␣".repeat(shown.length()) : shown;
    }
}
