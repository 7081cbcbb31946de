package org.vectorscope.checkpoint.token;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.vectorscope.file.BadInput;

/** The model of a tokenizer: words and how they are put together. */
final class ModelCheck {
    private ModelCheck() {}

    static void check(String source, JsonNode model, Set<String> known) {
        String type = model.path("type").asText();
        // GPT-2's own file does not name it.
        boolean pairs = type.equals("BPE") || model.path("type").isMissingNode() && model.has("merges");
        if (!pairs && !known.contains(type)) {
            throw new BadInput(source, "is a tokenizer of the kind '" + type + "', which is not supported");
        }
        if (pairs) {
            // The library cuts as many bytes off each right side as the prefix has, whether they are there or not.
            empty(source, model, "continuing_subword_prefix");
            if (model.path("dropout").asDouble(0) != 0) {
                throw new BadInput(source, "drops merges by chance, so that a text has no certain tokens");
            }
        }
    }

    private static void empty(String source, JsonNode model, String key) {
        JsonNode text = model.path(key);
        boolean none = text.isMissingNode()
                || text.isNull()
                || text.isTextual() && text.textValue().isEmpty();
        if (!none) {
            throw new BadInput(source, "has a '" + key + "', which is not supported for byte pairs");
        }
    }
}
