package org.vectorscope.checkpoint.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.vectorscope.file.BadInput;

/** The words of a {@code tokenizer.json}, which the library itself does not tell. */
final class VocabularyJson {
    private static final int LARGEST_ID = 1 << 24;

    /** In chars; the library's trees of words are as deep as the longest, and so is its stack. */
    private static final int LONGEST_WORD = 1_000;

    private VocabularyJson() {}

    static Vocabulary read(String source, JsonNode root) {
        if (!root.isObject() || !root.path("model").isObject()) {
            throw new BadInput(source, "is no tokenizer: it has no 'model'");
        }
        Map<Integer, String> pieces = new HashMap<>();
        JsonNode vocabulary = root.path("model").path("vocab");
        if (vocabulary.isArray()) {
            for (int id = 0; id < vocabulary.size(); id++) {
                pieces.put(id, word(source, vocabulary.get(id).path(0).asText()));
            }
        } else {
            vocabulary
                    .properties()
                    .forEach(entry -> pieces.put(id(source, entry.getValue()), word(source, entry.getKey())));
        }
        Map<Integer, String> added = new HashMap<>();
        Set<Integer> special = new HashSet<>();
        for (JsonNode token : root.path("added_tokens")) {
            int id = id(source, token.path("id"));
            added.put(id, word(source, token.path("content").asText()));
            if (token.path("special").asBoolean()) {
                special.add(id);
            }
        }
        if (pieces.isEmpty() && added.isEmpty()) {
            throw new BadInput(source, "is no tokenizer: it has no tokens");
        }
        boolean byteLevel = names(root.path("decoder"), "ByteLevel") || names(root.path("pre_tokenizer"), "ByteLevel");
        return new Vocabulary(pieces, added, special, byteLevel);
    }

    private static String word(String source, String word) {
        if (word.length() > LONGEST_WORD) {
            throw new BadInput(
                    source, "has a token of " + word.length() + " characters; " + LONGEST_WORD + " is the most");
        }
        return word;
    }

    static int id(String source, JsonNode id) {
        if (!id.isIntegralNumber() || !id.canConvertToInt() || id.intValue() < 0 || id.intValue() > LARGEST_ID) {
            throw new BadInput(source, "gives a token an id that is no whole number from 0 to " + LARGEST_ID);
        }
        return id.intValue();
    }

    private static boolean names(JsonNode component, String type) {
        if (component.path("type").asText().equals(type)) {
            return true;
        }
        for (JsonNode part : component) {
            if (part.isContainerNode() && names(part, type)) {
                return true;
            }
        }
        return false;
    }
}
