package org.vectorscope.checkpoint.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.vectorscope.checkpoint.container.GgufMetadata;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/**
 * The tokens of a GGUF file and what both kinds of tokenizer have in common.
 *
 * @param types one for each token, or none at all
 */
record GgufVocabulary(GgufMetadata metadata, List<String> tokens, List<Long> types) {
    private static final long UNKNOWN = 2;
    private static final long CONTROL = 3;
    private static final long USER_DEFINED = 4;

    static GgufVocabulary read(GgufMetadata metadata) {
        List<String> tokens = metadata.texts("tokenizer.ggml.tokens");
        List<Long> types = metadata.integers("tokenizer.ggml.token_type");
        if (tokens.isEmpty()) {
            throw metadata.missing("tokenizer.ggml.tokens");
        }
        if (!types.isEmpty() && types.size() != tokens.size()) {
            throw new BadInput(
                    metadata.source(), "has " + types.size() + " token types for " + tokens.size() + " tokens");
        }
        return new GgufVocabulary(metadata, tokens, types);
    }

    /** Where a token is there twice, the first counts. */
    Map<String, Integer> ids() {
        Map<String, Integer> ids = new LinkedHashMap<>();
        for (int id = 0; id < tokens.size(); id++) {
            ids.putIfAbsent(tokens.get(id), id);
        }
        return ids;
    }

    ArrayNode addedTokens() {
        ArrayNode added = Json.mapper().createArrayNode();
        for (int id = 0; id < types.size(); id++) {
            long type = types.get(id);
            if (type == UNKNOWN || type == CONTROL || type == USER_DEFINED) {
                added.addObject()
                        .put("id", id)
                        .put("content", tokens.get(id))
                        .put("single_word", false)
                        .put("lstrip", false)
                        .put("rstrip", false)
                        .put("normalized", false)
                        .put("special", type != USER_DEFINED);
            }
        }
        return added;
    }

    /** Puts a beginning and an end around each text where the file asks for it. */
    ObjectNode postProcessor(boolean usuallyBegins) {
        ObjectNode processor = Json.mapper().createObjectNode().put("type", "TemplateProcessing");
        ArrayNode single = processor.putArray("single");
        ArrayNode pair = processor.putArray("pair");
        ObjectNode specials = processor.putObject("special_tokens");
        if (metadata.flag("tokenizer.ggml.add_bos_token").orElse(usuallyBegins)) {
            special("tokenizer.ggml.bos_token_id", single, specials);
        }
        sequence(single, "A", 0);
        if (metadata.flag("tokenizer.ggml.add_eos_token").orElse(false)) {
            special("tokenizer.ggml.eos_token_id", single, specials);
        }
        sequence(pair, "A", 0);
        sequence(pair, "B", 1);
        return processor;
    }

    private void special(String key, ArrayNode template, ObjectNode specials) {
        OptionalLong id = metadata.integer(key);
        if (id.isEmpty() || id.getAsLong() < 0 || id.getAsLong() >= tokens.size()) {
            throw new BadInput(metadata.source(), "'" + key + "' names no token, but one is to be added to each text");
        }
        String token = tokens.get((int) id.getAsLong());
        template.addObject().putObject("SpecialToken").put("id", token).put("type_id", 0);
        ObjectNode special = specials.putObject(token).put("id", token);
        special.putArray("ids").add(id.getAsLong());
        special.putArray("tokens").add(token);
    }

    private static void sequence(ArrayNode template, String name, int type) {
        template.addObject().putObject("Sequence").put("id", name).put("type_id", type);
    }
}
