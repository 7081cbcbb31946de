package org.vectorscope.checkpoint.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.vectorscope.file.BadInput;

/** What a post-processor puts around a text: each piece is the text or a special token that is described. */
final class TemplateCheck {
    private static final int MOST_PIECES = 1_000;

    private TemplateCheck() {}

    static void check(String source, JsonNode template) {
        JsonNode specials = template.path("special_tokens");
        for (JsonNode special : specials) {
            JsonNode ids = special.path("ids");
            if (!ids.isArray()
                    || ids.isEmpty()
                    || ids.size() > MOST_PIECES
                    || ids.size() != special.path("tokens").size()) {
                throw new BadInput(source, "has a special token in its template without one id for each word");
            }
            ids.forEach(id -> VocabularyJson.id(source, id));
        }
        for (String side : List.of("single", "pair")) {
            JsonNode pieces = template.path(side);
            if (!pieces.isArray() || pieces.size() > MOST_PIECES) {
                throw new BadInput(
                        source, "has no list of at most " + MOST_PIECES + " pieces as the template '" + side + "'");
            }
            Set<String> texts = side.equals("single") ? Set.of("A") : Set.of("A", "B");
            pieces.forEach(piece -> piece(source, piece, texts, specials));
        }
    }

    private static void piece(String source, JsonNode piece, Set<String> texts, JsonNode specials) {
        String special = piece.path("SpecialToken").path("id").asText();
        String text = piece.path("Sequence").path("id").asText();
        if (piece.size() != 1 || !(texts.contains(text) || specials.has(special))) {
            throw new BadInput(source, "uses '" + special + text + "' in its template and does not describe it");
        }
    }
}
