package org.vectorscope.ui.model;

import java.util.Optional;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.vectorscope.ui.common.Css;
import org.vectorscope.ui.control.Card;

/** One question as the model's chat template writes it. */
final class TemplateCard extends VBox {
    private final TextFlow flow = Css.with(new TextFlow(), "template-text");
    private final Card card = new Card("Chat template", flow);

    TemplateCard(ModelViewModel model) {
        getStyleClass().add("tight");
        getChildren().add(card);
        model.details().subscribe(this::show);
    }

    private void show(Optional<ModelDetails> details) {
        setVisible(details.isPresent());
        setManaged(details.isPresent());
        details.map(ModelDetails::template).ifPresent(preview -> {
            card.note().setText(preview.note());
            flow.getChildren()
                    .setAll(preview.pieces().stream().map(TemplateCard::text).toList());
            flow.setVisible(!preview.pieces().isEmpty());
            flow.setManaged(!preview.pieces().isEmpty());
        });
    }

    private static Text text(TemplatePreview.Piece piece) {
        String style =
                switch (piece.kind()) {
                    case WORDS -> "words";
                    case MARK -> "template-mark";
                    case PLACE -> "template-place";
                };
        return Css.with(new Text(piece.text()), Css.MONO, style);
    }
}
