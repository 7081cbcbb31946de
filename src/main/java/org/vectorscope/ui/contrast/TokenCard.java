package org.vectorscope.ui.contrast;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.vectorscope.checkpoint.Tokenizer;
import org.vectorscope.contrast.Rendered;
import org.vectorscope.contrast.RenderedText;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.control.Buttons;
import org.vectorscope.ui.control.Card;
import org.vectorscope.ui.control.TokenChips;
import org.vectorscope.ui.control.TokenChips.Part;

/** Both texts of the selected pair, token by token, with the read token outlined. */
final class TokenCard {
    private final VBox sides = Css.with(new VBox(), Css.GAP_12);
    private final Card card;
    private boolean unfolded;
    private Optional<Runnable> again = Optional.empty();

    /** @param previous goes to the pair before; @param next to the one behind */
    TokenCard(Runnable previous, Runnable next) {
        ScrollPane scroll = new ScrollPane(sides);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card = new Card("Pair as the model sees it", scroll);
        card.actions(
                Buttons.icon(Feather.CHEVRON_LEFT, "Previous pair", previous),
                Buttons.icon(Feather.CHEVRON_RIGHT, "Next pair", next));
    }

    Node node() {
        return card;
    }

    /** @param tokenizer of the model that the row was rendered for */
    void show(Optional<PairRow> row, Optional<Tokenizer> tokenizer, int readToken) {
        again = Optional.of(() -> show(row, tokenizer, readToken));
        sides.getChildren().clear();
        card.title()
                .setText(row.map(r -> "Pair " + r.number() + " as the model sees it")
                        .orElse("Pair as the model sees it"));
        Optional<Rendered.Pair> pair = row.flatMap(PairRow::rendered);
        if (pair.isEmpty() || tokenizer.isEmpty()) {
            card.note().setText("");
            String words = row.isEmpty() ? "Select a pair to see its tokens." : "Load a model to see its tokens.";
            sides.getChildren().add(Css.with(new Label(words), Css.HINT));
            return;
        }
        card.note().setText(row.get().tokens() + " tokens, grey = not of the answer");
        sides.getChildren()
                .addAll(
                        side(
                                "+",
                                "positive-ink",
                                pair.get().positive(),
                                tokenizer.get(),
                                Part.READ_POSITIVE,
                                readToken),
                        side(
                                "−",
                                "negative-ink",
                                pair.get().negative(),
                                tokenizer.get(),
                                Part.READ_NEGATIVE,
                                readToken));
    }

    private Node side(String sign, String ink, RenderedText text, Tokenizer tokenizer, Part read, int readToken) {
        Label mark = Css.with(new Label(sign), ink, Css.STRONG);
        mark.setMinWidth(Region.USE_PREF_SIZE);
        TokenChips chips = new TokenChips();
        chips.show(TokenLine.of(text, tokenizer, unfolded ? 0 : TokenLine.foldable(text), read));
        chips.append(Css.with(new Label("read, " + words(readToken)), ink, Css.SMALL, Css.STRONG));
        chips.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> toggle());
        BorderPane side = new BorderPane(chips);
        side.setLeft(Css.with(new StackPane(mark), "side-mark"));
        return side;
    }

    private void toggle() {
        unfolded = !unfolded;
        again.ifPresent(Runnable::run);
    }

    private static String words(int readToken) {
        return "−" + Math.abs(readToken);
    }
}
