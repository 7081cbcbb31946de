package org.vectorscope.checkpoint.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalLong;
import org.vectorscope.checkpoint.container.GgufMetadata;
import org.vectorscope.file.BadInput;
import org.vectorscope.file.Json;

/** SentencePiece's BPE ({@code llama} in GGUF) as a {@code tokenizer.json}; bytes stand in for unknown characters. */
final class SentencePieces {
    private static final String SPACE = "\u2581";

    private SentencePieces() {}

    static ObjectNode json(GgufMetadata metadata, GgufVocabulary vocabulary) {
        boolean prefix = metadata.flag("tokenizer.ggml.add_space_prefix").orElse(true);
        ObjectNode root = Json.mapper().createObjectNode().put("version", "1.0");
        root.set("added_tokens", vocabulary.addedTokens());
        root.set("normalizer", normalizer(prefix));
        root.set("post_processor", vocabulary.postProcessor(true));
        root.set("decoder", decoder(prefix));
        ObjectNode model = root.putObject("model")
                .put("type", "BPE")
                .put("fuse_unk", true)
                .put("byte_fallback", true)
                .put("ignore_merges", false);
        OptionalLong unknown = metadata.integer("tokenizer.ggml.unknown_token_id");
        if (unknown.isPresent()) {
            model.put("unk_token", token(metadata, vocabulary, unknown.getAsLong()));
        }
        ObjectNode ids = model.putObject("vocab");
        vocabulary.ids().forEach(ids::put);
        List<Double> scores = metadata.numbers("tokenizer.ggml.scores");
        if (scores.size() != vocabulary.tokens().size()) {
            throw new BadInput(
                    metadata.source(),
                    "has " + scores.size() + " token scores for "
                            + vocabulary.tokens().size() + " tokens");
        }
        ArrayNode merges = model.putArray("merges");
        for (Merges.Merge merge : Merges.of(vocabulary.ids(), scores)) {
            merges.addArray().add(merge.left()).add(merge.right());
        }
        return root;
    }

    private static String token(GgufMetadata metadata, GgufVocabulary vocabulary, long id) {
        if (id < 0 || id >= vocabulary.tokens().size()) {
            throw new BadInput(metadata.source(), "'tokenizer.ggml.unknown_token_id' names no token");
        }
        return vocabulary.tokens().get((int) id);
    }

    private static ObjectNode normalizer(boolean prefix) {
        ObjectNode sequence = Json.mapper().createObjectNode().put("type", "Sequence");
        ArrayNode steps = sequence.putArray("normalizers");
        if (prefix) {
            steps.addObject().put("type", "Prepend").put("prepend", SPACE);
        }
        replace(steps.addObject(), " ", SPACE);
        return sequence;
    }

    private static ObjectNode decoder(boolean prefix) {
        ObjectNode sequence = Json.mapper().createObjectNode().put("type", "Sequence");
        ArrayNode steps = sequence.putArray("decoders");
        replace(steps.addObject(), SPACE, " ");
        steps.addObject().put("type", "ByteFallback");
        steps.addObject().put("type", "Fuse");
        if (prefix) {
            steps.addObject()
                    .put("type", "Strip")
                    .put("content", " ")
                    .put("start", 1)
                    .put("stop", 0);
        }
        return sequence;
    }

    private static void replace(ObjectNode step, String from, String to) {
        step.put("type", "Replace").putObject("pattern").put("String", from);
        step.put("content", to);
    }
}
