package org.vectorscope.ui.model;

import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.ui.common.Formats;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.Card;
import org.vectorscope.ui.control.TokenChips;

/** A box that shows any text as tokens. */
final class TokensCard extends VBox {
    private final ModelViewModel model;
    private final TokenChips chips = new TokenChips();
    private final Card card;

    TokensCard(ModelViewModel model) {
        this.model = model;
        TextField text = new TextField();
        text.textProperty().bindBidirectional(model.text());
        text.setAccessibleText("Text to show as tokens");
        Button copy = Buttons.flat("Copy ids", Feather.COPY, this::copy);
        card = new Card("Any text as tokens", text, chips).actions(copy);
        getStyleClass().add("tight");
        getChildren().add(card);
        model.tokens().subscribe(this::show);
        model.details().subscribe(this::showOrHide);
    }

    private void showOrHide(Optional<ModelDetails> details) {
        boolean any = details.flatMap(ModelDetails::tokenizer).isPresent();
        setVisible(any);
        setManaged(any);
    }

    private void show(TokenPieces tokens) {
        int count = tokens.ids().length;
        String shown = count > TokenPieces.MOST ? ", the first " + TokenPieces.MOST + " shown" : "";
        card.note().setText(Formats.count(count, "token", "tokens") + " · no template" + shown);
        chips.show(IntStream.range(0, Math.min(count, TokenPieces.MOST))
                .mapToObj(i -> new TokenChips.Token(
                        tokens.pieces().get(i), String.valueOf(tokens.ids()[i]), TokenChips.Part.PLAIN))
                .toList());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.tokens().get().commaSeparated());
        Clipboard.getSystemClipboard().setContent(content);
        model.context().shell().say("Ids copied");
    }
}
